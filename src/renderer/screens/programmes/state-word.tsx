import type { EnrolmentState } from '../../../shared/domain/training.ts'
import { useText } from '../../language.tsx'
import { IconCheck, IconCircleCheck, IconClock, IconDoorExit } from '../../ui/icons.ts'
import style from './programmes.module.css'

const ICONS = { enrolled: IconClock, completed: IconCheck, approved: IconCircleCheck, withdrawn: IconDoorExit } as const

/** How somebody ended: a sign, a colour and the word. */
export function StateWord(props: { readonly state: EnrolmentState }) {
  const t = useText()
  const Icon = ICONS[props.state]
  return (
    <span className={style['state']} data-state={props.state}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {t('lists.stateName', { state: props.state })}
    </span>
  )
}
