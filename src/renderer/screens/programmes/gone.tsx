import { Button } from '@mantine/core'
import type { AppError } from '../../../shared/rpc/errors.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'

/** A record that could not be shown: why, and where to go on from when it is no longer there. */
export function Gone(props: { readonly error: AppError | undefined; readonly onRetry: () => void }) {
  const t = useText()
  if (props.error?.code !== 'missing') return <Failure error={props.error} onRetry={props.onRetry} />
  return (
    <>
      <Failure error={props.error} />
      <div>
        <Button component="a" variant="filled" href={href('programmes')}>
          {t('frame.goTo', { place: t('frame.programmes') })}
        </Button>
      </div>
    </>
  )
}
