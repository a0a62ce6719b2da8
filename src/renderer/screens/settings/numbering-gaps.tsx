import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { IconAlertTriangle } from '../../ui/icons.ts'
import type { Series } from './numbering-settings.tsx'
import style from './numbering.module.css'

type Gap = Gives<'numbering.gaps'>[number]

/** The numbers of a year that no paper bears, each with why; what the app cannot know is said by the office. */
export function SeriesGaps(props: { readonly series: Series; readonly year: number }) {
  const t = useText()
  const { series } = props
  const [year, setYear] = useState(props.year)
  const gaps = useQuery('numbering.gaps', { seriesId: series.id, year })
  const years = [...new Set([props.year, ...series.counters.map((one) => one.year), ...series.blocks.map((one) => one.year)])].toSorted((one, other) => other - one)
  return (
    <>
      <div className={style['heads']}>
        <h2>{t('settings.gaps')}</h2>
        <div className={style['year']}>
          <SelectField label={t('settings.gapsYear')} value={String(year)} choices={years.map((one) => ({ value: String(one), label: String(one) }))} onChange={(value) => value !== null && setYear(Number(value))} />
        </div>
      </div>
      <Failure error={gaps.error} onRetry={gaps.reload} />
      {gaps.data?.length === 0 && <p className={style['why']}>{t('settings.noGaps', { year: String(year) })}</p>}
      {gaps.data !== undefined && gaps.data.length > 0 && (
        <ul className={style['rows']}>
          {gaps.data.map((gap) => (
            <GapLine key={`${gap.first} ${gap.last}`} gap={gap} seriesId={series.id} year={year} />
          ))}
        </ul>
      )}
    </>
  )
}

function GapLine(props: { readonly gap: Gap; readonly seriesId: string; readonly year: number }) {
  const t = useText()
  const { gap } = props
  const [explaining, setExplaining] = useState(false)
  const name = gap.first === gap.last ? String(gap.first) : `${gap.first} – ${gap.last}`
  const isOpen = gap.because === 'unexplained'
  return (
    <li aria-label={name}>
      <div className={style['line']}>
        <b className="tabular">{name}</b>
        {isOpen ? (
          <span className={style['open']}>
            <IconAlertTriangle size={14} aria-hidden /> {t('settings.gapOpen')}
          </span>
        ) : (
          <span className={style['said']}>
            <span>{gap.explanation}</span>
            {gap.because === 'noted' && <small>{t('settings.gapNoted')}</small>}
          </span>
        )}
        {!explaining && (isOpen || gap.because === 'noted' || gap.because === 'before') && (
          <Button size="compact-sm" variant={isOpen ? 'default' : 'subtle'} onClick={() => setExplaining(true)}>
            {isOpen ? t('settings.explainGap') : t('settings.explainAgain')}
          </Button>
        )}
      </div>
      {explaining && <ExplainForm {...props} onDone={() => setExplaining(false)} />}
    </li>
  )
}

function ExplainForm(props: { readonly gap: Gap; readonly seriesId: string; readonly year: number; readonly onDone: () => void }) {
  const t = useText()
  const { gap, seriesId, year } = props
  const explain = useCommand('numbering.explainGap', { said: t('settings.gapExplained') })
  const [reason, setReason] = useState(gap.because === 'noted' ? gap.explanation : '')
  useEscape(true, props.onDone)
  const send = async (): Promise<void> => {
    if (reason.trim() !== '' && (await explain.run({ seriesId, year, first: gap.first, last: gap.last, reason: reason.trim() })) !== undefined) props.onDone()
  }
  return (
    <form className={style['stack']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <div className={style['note']}>
        <TextField label={t('settings.gapWhy')} placeholder={t('settings.gapWhySample')} value={reason} onChange={setReason} maxLength={300} autoFocus required />
        <Button type="submit" disabled={reason.trim() === ''} loading={explain.running}>
          {t('settings.explainGap')}
        </Button>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
      </div>
      <Failure error={explain.error} onClose={explain.forget} />
    </form>
  )
}
