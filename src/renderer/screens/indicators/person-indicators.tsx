import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { Section } from '../../ui/panel.tsx'
import { figureText } from './figure-text.ts'
import style from './behind.module.css'

/** The indicators that count a person, and since when: from her to what funders are told. Nothing where none does. */
export function PersonIndicators(props: { readonly personId: string }) {
  const t = useText()
  const asked = useQuery('indicators.ofPerson', { personId: props.personId })
  if (asked.error !== undefined) return <Failure error={asked.error} onRetry={asked.reload} />
  const counted = asked.data ?? []
  if (counted.length === 0) return null
  return (
    <Section title={t('indicatorScreens.ofPerson')}>
      <ul className={style['counted']}>
        {counted.map((one) => (
          <li key={one.indicatorId}>
            <a href={href('outcomes', ['indicadores', one.frameId, one.indicatorId])}>{[one.code, one.name].filter((part) => part !== null).join(' ')}</a>
            {one.value === 1 ? <span /> : <b>{figureText(one.value)}</b>}
            <small>{[one.frameName, one.cohortName].filter((part) => part !== null).join(' · ')}</small>
            <small>{one.on === null ? '' : dateText(one.on)}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
