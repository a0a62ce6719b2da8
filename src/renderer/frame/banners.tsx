import { useText } from '../language.tsx'
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
