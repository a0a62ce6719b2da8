import type { AppError } from '../../shared/rpc/errors.ts'
import { useText } from '../language.tsx'
import { Failure } from '../ui/failure.tsx'
import { IconAlertTriangle, IconDoorExit } from '../ui/icons.ts'
import { Note } from '../ui/note.tsx'
import style from './frame.module.css'

export function ConnectionLost() {
  const t = useText()
  return (
    <div className={style['lost']}>
      <Note tone="warn">{t('frame.connectionLost')}</Note>
    </div>
  )
}

export function ExampleBanner(props: { readonly leaving: boolean; readonly onLeave: () => void }) {
  const t = useText()
  return (
    <div className={style['example']}>
      <span>
        <IconAlertTriangle size={15} aria-hidden />
        {t('frame.example')}
      </span>
      <button type="button" className={style['link']} disabled={props.leaving} onClick={props.onLeave}>
        <IconDoorExit size={14} aria-hidden /> {t('frame.leaveExample')}
      </button>
    </div>
  )
}

export function ExampleFailed(props: { readonly error: AppError | undefined; readonly onClose: () => void }) {
  if (props.error === undefined) return null
  return (
    <div className={style['lost']}>
      <Failure error={props.error} onClose={props.onClose} />
    </div>
  )
}
