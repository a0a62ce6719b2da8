import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { Section } from '../../ui/panel.tsx'
import style from './initiatives.module.css'

/** The initiatives and action plans that a person carries, each with its stage. Nothing where she has none. */
export function PersonInitiatives(props: { readonly personId: string }) {
  const t = useText()
  const asked = useQuery('initiatives.list', { personId: props.personId })
  if (asked.error !== undefined) return <Failure error={asked.error} onRetry={asked.reload} />
  const rows = asked.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('initiativeScreens.ofPerson')}>
      <ul className={style['ofPerson']}>
        {rows.map((one) => (
          <li key={one.id}>
            <a href={href('outcomes', ['iniciativas', one.id], { persona: props.personId })}>{one.title}</a>
            <small>{[t(`initiatives.stage.${one.stage}`), dateText(one.stageOn), one.editionName].filter((part) => part !== null).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
