import { Button } from '@mantine/core'
import type { AppError } from '../../shared/rpc/errors.ts'
import { useText } from '../language.tsx'
import { Note } from './note.tsx'

/**
 * What a failed call shows, by its kind: nothing for what the person cancelled, the way back for what is missing,
 * "try again" for what may pass, what to read out on the phone for a fault of ours.
 */
export function Failure(props: {
  readonly error: AppError | undefined
  readonly onRetry?: (() => void) | undefined
  readonly onClose?: (() => void) | undefined
}) {
  const t = useText()
  const { error } = props
  if (error === undefined || error.code === 'cancelled') return null
  const close = props.onClose === undefined ? {} : { onClose: props.onClose }
  if (error.code === 'invalid' || error.code === 'refused') {
    return (
      <Note tone="warn" {...close}>
        {error.message}
        {Object.entries(error.fields ?? {}).map(([path, sentence]) => (
          <div key={path}>{sentence}</div>
        ))}
      </Note>
    )
  }
  const back = <Button onClick={() => window.history.back()}>{t('frame.goBack')}</Button>
  const again = props.onRetry === undefined ? undefined : <Button onClick={props.onRetry}>{t('frame.tryAgain')}</Button>
  return (
    <Note tone={error.code === 'missing' ? 'warn' : 'bad'} actions={error.code === 'missing' ? back : again} {...close}>
      {error.message}
      {error.ref !== undefined && <div className="tabular">{t('frame.reference', { ref: error.ref })}</div>}
    </Note>
  )
}
