import { Fragment, useState } from 'react'
import { Button } from '@mantine/core'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { scaleSteps } from '../../../shared/domain/survey-questions.ts'
import { useText } from '../../language.tsx'
import { Card } from '../../ui/screen.tsx'
import type { Results } from './survey-results.tsx'
import style from './surveys.module.css'

type Result = Results['questions'][number]

/** Questions with their figures; beside each, how its answers fall, as bars that carry their own numbers or as figures alone. */
export function ResultTable(props: { readonly results: readonly Result[]; readonly shape: 'chart' | 'figures' }) {
  const t = useText()
  const { results, shape } = props
  const hasScale = results.some((one) => one.question.kind === 'scale')
  return (
    <Card>
      <table className={style['results']} data-shape={shape}>
        <thead>
          <tr>
            <th scope="col">{t('survey.question')}</th>
            <th scope="col">{t('survey.answered')}</th>
            <th scope="col">{t('survey.mean')}</th>
            <th scope="col">{t('survey.satisfied')}</th>
            {shape === 'chart' ? (
              <th scope="col">{hasScale && <Legend />}</th>
            ) : (
              scaleSteps.map((step) => (
                <th key={step} scope="col">
                  {step}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {results.map((one, at) => (
            <Fragment key={one.question.id}>
              {one.question.section !== null && one.question.section !== results[at - 1]?.question.section && (
                <tr className={style['section']}>
                  <th scope="rowgroup" colSpan={shape === 'chart' ? 5 : 9}>
                    {one.question.section}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row">{one.question.text}</th>
                <td>{one.answered}</td>
                <td>{one.mean === null ? '' : groupedNumber(one.mean, 2)}</td>
                <td>{one.satisfied === null ? '' : `${groupedNumber(one.satisfied, 0)} %`}</td>
                <Fall result={one} shape={shape} />
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Fall({ result, shape }: { readonly result: Result; readonly shape: 'chart' | 'figures' }) {
  const isScale = result.question.kind === 'scale'
  if (shape === 'chart') return <td>{result.answered > 0 && <Bar result={result} />}</td>
  if (isScale) return result.counts.map((count) => <td key={count.label}>{count.n}</td>)
  return (
    <td colSpan={5} className={style['words']}>
      {result.counts.map((count) => `${count.label} ${count.n} (${groupedNumber(count.share, 0)} %)`).join(' · ')}
    </td>
  )
}

/** One bar as long as all the answers, cut by how often each was given; darker is better, so that a photocopy keeps it apart. */
function Bar({ result }: { readonly result: Result }) {
  const { kind } = result.question
  const words = result.counts.map((count) => `${count.label}: ${count.n} (${groupedNumber(count.share, 0)} %)`)
  return (
    <div className={style['bar']} role="img" aria-label={words.join('; ')}>
      {result.counts.map((count, at) =>
        count.n === 0 ? null : (
          <span key={count.label} data-step={stepOf(kind, at, result.counts.length)} style={{ flexGrow: count.n }} title={words[at]}>
            {kind === 'scale' ? count.n : `${count.label} ${count.n}`}
          </span>
        ),
      )}
    </div>
  )
}

/** Of the five shades the one for an answer: "Sí" is the darkest, "No" the lightest; options go from dark to light. */
function stepOf(kind: Result['question']['kind'], at: number, of: number): number {
  if (kind === 'scale') return at + 1
  return of < 2 ? 5 : Math.round(5 - (at * 4) / (of - 1))
}

function Legend() {
  const t = useText()
  return (
    <span className={style['legend']} aria-hidden="true">
      {scaleSteps.map((step) => (
        <span key={step}>
          <i data-step={step} />
          {t('surveys.step', { step })}
        </span>
      ))}
    </span>
  )
}

const FEW = 12

/** What was written to a question, in no order that tells who wrote it. */
export function Comments({ result }: { readonly result: Result }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const times = Map.groupBy(result.texts, (text) => text)
  const texts = [...times.keys()]
  const shown = all ? texts : texts.slice(0, FEW)
  return (
    <Card title={result.question.text}>
      <ul className={style['comments']}>
        {shown.map((text) => (
          <li key={text}>
            {text} {(times.get(text)?.length ?? 0) > 1 && <small>{t('survey.times', { n: times.get(text)?.length ?? 0 })}</small>}
          </li>
        ))}
      </ul>
      {shown.length < texts.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('survey.allComments', { n: texts.length })}
        </Button>
      )}
    </Card>
  )
}
