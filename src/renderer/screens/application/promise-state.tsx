import { useText } from '../../language.tsx'
import { IconAlertTriangle, IconCircleCheck, IconClock, IconDoorExit, IconMinus, IconPencil, IconX } from '../../ui/icons.ts'
import type { PromiseState } from './promise-rows.ts'
import style from './application.module.css'

const ICONS = { overdue: IconAlertTriangle, pending: IconClock, done: IconCircleCheck, partly: IconMinus, notDone: IconX, withdrawn: IconDoorExit, without: IconPencil } as const

/** How a promise or a check stands: a sign, a colour and the word. */
export function PromiseStateWord(props: { readonly state: PromiseState }) {
  const t = useText()
  const Icon = ICONS[props.state]
  return (
    <span className={style['state']} data-state={props.state}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {t(`promise.state.${props.state}`)}
    </span>
  )
}
