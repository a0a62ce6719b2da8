import { formatDate } from '../../../shared/domain/dates.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { Facts } from './correction-panel.tsx'
import style from './corrections.module.css'
import { ListLine } from './list-line.tsx'
import { momentText } from './moment-text.ts'

/** One annulment: why, by what, and the papers that count no more. */
export function AnnulmentPanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('corrections.annulment', { annulmentId: props.id })
  const { data } = asked
  return (
    <Panel width={460} title={t('correctionScreens.kind', { kind: 'annulment' })} subtitle={data === undefined ? undefined : t('correctionScreens.doneBy', { at: momentText(data.at), who: data.who })} onClose={props.onClose}>
      <Failure error={asked.error} onRetry={asked.reload} />
      {data !== undefined && (
        <>
          <Facts reason={data.reason} resolution={data.resolution} day={formatDate(data.annulledOn)} />
          <ListLine />
          <Section title={t('correctionScreens.papersOf', { n: data.lines.length })}>
            <ul className={style['lines']}>
              {data.lines.map((line) => (
                <li key={line.certificateId}>
                  <b>{line.personName}</b>
                  <span className={style['soft']}>
                    <a href={href('certificates', [line.certificateId])}>{t('correctionScreens.numberVersion', { number: line.number, version: line.version })}</a> · {line.title} · {line.cohortName}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Panel>
  )
}
