import { Button } from '@mantine/core'
import type { Gives } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Note } from '../../../ui/note.tsx'
import { figureText } from '../figure-text.ts'
import { conditionNamed } from './conditions.ts'
import type { Open, Said } from './definition-sentence.tsx'
import style from './definition.module.css'

type Explained = Gives<'indicators.explain'>

/** How each condition narrows what there is, down to the figure; where nobody is left, the condition that excludes most. `before` is the figure as kept, where what is shown is not yet. */
export function Waterfall(props: { readonly explained: Explained; readonly said: Said; readonly before: number | null; readonly onCondition: (condition: Open) => void; readonly onList: (() => void) | undefined }) {
  const t = useText()
  const { explained, said } = props
  const worst = explained.value === 0 ? explained.steps.toSorted((one, other) => other.excludes - one.excludes)[0] : undefined
  const named = worst === undefined ? undefined : conditionNamed(worst.condition)
  return (
    <div className={style['fall']} aria-live="polite">
      <ol>
        <Step words={t('indicatorScreens.startsWith', said)} left={explained.all} of={explained.all} out={null} />
        {explained.steps.map((step, at) => {
          const condition: Open | undefined = step.condition === 'dated' ? 'dated' : conditionNamed(step.condition)
          const before = at === 0 ? explained.all : (explained.steps[at - 1]?.left ?? 0)
          return <Step key={step.condition} words={step.words} left={step.left} of={explained.all} out={before - step.left} onOpen={condition === undefined ? undefined : () => props.onCondition(condition)} />
        })}
      </ol>
      <div className={style['comes']}>
        <b>{figureText(explained.value)}</b>
        <span>{t('indicatorScreens.comesTo', said)}</span>
        {props.before !== null && props.before !== explained.value && <small>{t('indicatorScreens.before', { n: figureText(props.before) })}</small>}
        {props.onList !== undefined && explained.value > 0 && (
          <Button size="compact-sm" ml="auto" onClick={props.onList}>
            {t('indicatorScreens.seeList')}
          </Button>
        )}
      </div>
      {explained.value === 0 && (
        <Note tone="warn" title={t('indicatorScreens.nobodyCounts')} actions={named === undefined ? undefined : <Button onClick={() => props.onCondition(named)}>{t('indicatorScreens.reviewCondition', { condition: t(`indicatorScreens.condition.${named}`) })}</Button>}>
          {explained.sentence}
        </Note>
      )}
    </div>
  )
}

function Step(props: { readonly words: string; readonly left: number; readonly of: number; readonly out: number | null; readonly onOpen?: (() => void) | undefined }) {
  const t = useText()
  const share = props.of === 0 ? 0 : props.left / props.of
  const out = props.out === null ? '' : props.out === 0 ? t('indicatorScreens.leavesNone') : t('indicatorScreens.leavesOut', { n: figureText(props.out) })
  return (
    <li>
      <b>{figureText(props.left)}</b>
      {props.onOpen === undefined ? <span>{props.words}</span> : <button type="button" onClick={props.onOpen}>{props.words}</button>}
      <i style={{ '--share': `${Math.max(share * 100, props.left > 0 ? 1 : 0)}%` }} />
      <small data-none={props.out === 0}>{out}</small>
    </li>
  )
}
