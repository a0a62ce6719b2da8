import { completionLevels } from '../../../shared/domain/commitments.ts'
import type { CompletionLevel, ItemState } from '../../../shared/domain/commitments.ts'
import { useText } from '../../language.tsx'
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconPlayerPlay, IconX } from '../../ui/icons.ts'
import style from './commitments.module.css'

const ICONS = { late: IconAlertTriangle, pending: IconCircle, inProgress: IconPlayerPlay, done: IconCircleCheck, dropped: IconX } as const

/** How a product or milestone stands: a sign, a colour and the word. */
export function StateMark(props: { readonly state: ItemState; readonly isOverdue: boolean }) {
  const t = useText()
  const Icon = ICONS[props.isOverdue ? 'late' : props.state]
  return (
    <span className={style['state']} data-state={props.isOverdue ? 'late' : props.state}>
      <Icon size={15} stroke={1.75} aria-hidden />
      <span>
        {t(`commitments.state.${props.state}`)}
        {props.isOverdue && <small>{t('commitmentScreens.overdue')}</small>}
      </span>
    </span>
  )
}

/** OGP's five levels as a small scale with its word; nothing is filled while it was not judged. */
export function LevelScale(props: { readonly level: CompletionLevel | null; readonly large?: boolean }) {
  const t = useText()
  const at = props.level === null ? -1 : completionLevels.indexOf(props.level)
  return (
    <span className={style['scale']} data-large={props.large ?? false}>
      <span className={style['steps']} aria-hidden>
        {completionLevels.map((level, index) => (
          <i key={level} data-step={index === at ? 'at' : index < at ? 'past' : 'ahead'} />
        ))}
      </span>
      <span>{props.level === null ? t('commitmentScreens.notJudged') : t(`commitments.level.${props.level}`)}</span>
    </span>
  )
}

/** How many products of how many are done, with a bar; `inWords` where no heading says what is counted. */
export function ProductsBar(props: { readonly done: number; readonly of: number; readonly inWords?: boolean }) {
  const t = useText()
  if (props.of === 0) return <span className={style['soft']}>{t('commitmentScreens.noProducts')}</span>
  return (
    <span className={style['products']}>
      <span className={style['track']} aria-hidden>
        <i style={{ width: `${(props.done / props.of) * 100}%` }} />
      </span>
      <span className="tabular">{props.inWords === true ? t('commitments.productsDone', { done: props.done, of: props.of }) : t('commitmentScreens.doneOf', { done: props.done, of: props.of })}</span>
    </span>
  )
}
