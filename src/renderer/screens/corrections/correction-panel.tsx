import { useState } from 'react'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { PrintPanel } from '../delivery/print-panel.tsx'
import { AfterCorrection } from './after-correction.tsx'
import { Changes } from './changes.tsx'
import style from './corrections.module.css'
import { momentText } from './moment-text.ts'

/** As many papers as are listed at once: the rest are in the note and in the register. */
const MOST = 200

/** One procedure: why, by what, each paper it replaced with what changed, and what goes with it. */
export function CorrectionPanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('corrections.get', { correctionId: props.id })
  const { data } = asked
  const [isPrinting, setPrinting] = useState(false)
  if (isPrinting && data !== undefined) return <PrintPanel ids={data.lines.map((line) => line.newId)} onClose={() => setPrinting(false)} />
  return (
    <Panel width={500} title={t('correctionScreens.kind', { kind: 'correction' })} subtitle={data === undefined ? undefined : t('correctionScreens.doneBy', { at: momentText(data.at), who: data.who })} onClose={props.onClose}>
      <Failure error={asked.error} onRetry={asked.reload} />
      {data !== undefined && (
        <>
          <Facts reason={data.reason} resolution={data.resolution} day={formatDate(data.decidedOn)} />
          <Section title={t('correctionScreens.whatToDo')}>
            <AfterCorrection correctionId={props.id} papers={data.lines.length} onPrint={() => setPrinting(true)} />
          </Section>
          <Section title={t('correctionScreens.papersOf', { n: data.lines.length })}>
            <ul className={style['lines']}>
              {data.lines.slice(0, MOST).map((line) => (
                <Line key={line.newId} line={line} />
              ))}
            </ul>
            {data.lines.length > MOST && <p className={style['soft']}>{t('correctionScreens.andMore', { n: data.lines.length - MOST })}</p>}
          </Section>
        </>
      )}
    </Panel>
  )
}

/** What was decided, and why. */
export function Facts(props: { readonly reason: string; readonly resolution: string | null; readonly day: string }) {
  const t = useText()
  const facts = [
    [t('correctionScreens.reason'), props.reason],
    [t('correctionScreens.decidedOn'), props.day],
    [t('correctionScreens.resolution'), props.resolution],
  ] as const
  return (
    <dl className={style['facts']}>
      {facts.flatMap(([label, value]) =>
        value === null || value === ''
          ? []
          : [
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>,
            ],
      )}
    </dl>
  )
}

function Line(props: { readonly line: Gives<'corrections.get'>['lines'][number] }) {
  const t = useText()
  const { line } = props
  return (
    <li>
      <b>{line.personName}</b>
      <span className={style['soft']}>
        <a href={href('certificates', [line.newId])}>{t('correctionScreens.numberVersion', { number: line.number, version: line.version })}</a> · {line.cohortName} · <a href={href('certificates', [line.oldId])}>{t('correctionScreens.seeOld')}</a>
      </span>
      {line.changes.length === 0 ? <span className={style['soft']}>{t('correctionScreens.sameWords')}</span> : <Changes changes={line.changes} />}
    </li>
  )
}
