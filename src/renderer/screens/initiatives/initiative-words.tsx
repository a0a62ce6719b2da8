import { initiativeStages } from '../../../shared/domain/initiatives.ts'
import type { InitiativeStage } from '../../../shared/domain/initiatives.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import type { Choice } from '../../ui/fields/select-field.tsx'
import { IconAlertTriangle, IconCircleCheck, IconClock, IconMinus, IconX } from '../../ui/icons.ts'
import style from './initiatives.module.css'

export type Seen = Gives<'initiatives.get'>
export type FollowUp = Seen['followUps'][number]
export type InitiativeRow = Gives<'initiatives.list'>['rows'][number]

type State = FollowUp['state'] | 'overdue'
const ICONS = { overdue: IconAlertTriangle, pending: IconClock, done: IconCircleCheck, partly: IconMinus, notDone: IconX } as const satisfies Record<State, unknown>

export function stateOf(followUp: Pick<FollowUp, 'state' | 'isOverdue'>): State {
  return followUp.isOverdue ? 'overdue' : followUp.state
}

/** How a follow-up stands: a sign, a colour and the word. */
export function FollowUpWord(props: { readonly state: State }) {
  const t = useText()
  const Icon = ICONS[props.state]
  return (
    <span className={style['state']} data-state={props.state}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {t(`initiatives.followUp.${props.state}`)}
    </span>
  )
}

/** The follow-ups of a row as signs in a line, each with its words for who does not see them. */
export function FollowUpMarks(props: { readonly followUps: InitiativeRow['followUps'] }) {
  const t = useText()
  return (
    <span className={style['marks']}>
      {props.followUps.map((one) => {
        const Icon = ICONS[stateOf(one)]
        const words = followUpSaid(t, one)
        return (
          <span key={one.months} className={style['state']} data-state={stateOf(one)} title={words}>
            <Icon size={15} stroke={1.75} aria-hidden />
            <span aria-hidden className="tabular">
              {one.months}
            </span>
            <span className="unseen">{words}</span>
          </span>
        )
      })}
    </span>
  )
}

/** "3 meses: cumplido, 12/03/2027". */
export function followUpSaid(t: Text, one: InitiativeRow['followUps'][number]): string {
  return t('initiatives.followUpSaid', { months: one.months, state: t(`initiatives.followUp.${stateOf(one)}`).toLowerCase(), day: formatDate(one.state === 'pending' ? one.dueOn : one.checkedOn) })
}

export function StageWord(props: { readonly stage: InitiativeStage }) {
  const t = useText()
  return (
    <span className={style['stage']} data-stage={props.stage}>
      {t(`initiatives.stage.${props.stage}`)}
    </span>
  )
}

export function stageChoices(t: Text): Choice[] {
  return initiativeStages.map((value) => ({ value, label: t(`initiatives.stage.${value}`) }))
}

export function asStage(value: string | null): InitiativeStage | undefined {
  return initiativeStages.find((one) => one === value)
}
