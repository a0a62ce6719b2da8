import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Section } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { href } from '../../router.ts'
import style from './settings.module.css'

type Series = Gives<'numbering.list'>[number]

/** What may stand between braces in a pattern: shared/domain/numbering.ts. */
const TOKENS = [
  ['{corr:3}', 'settings.tokenNumber'],
  ['{año}', 'settings.tokenYear'],
  ['{siglas_entidad}', 'settings.tokenEntity'],
  ['{siglas_unidad}', 'settings.tokenUnit'],
  ['{tipo}', 'settings.tokenKind'],
] as const

/** How the numbers of each kind of paper are made, and up to where they were given. */
export function NumberingSettings() {
  const t = useText()
  const series = useQuery('numbering.list', {})
  const about = useQuery('app.about', {})
  const year = Number((about.data?.today ?? '0').slice(0, 4))
  return (
    <>
      <p className={style['why']}>{t('settings.numberingWhy')}</p>
      <Failure error={series.error} onRetry={series.reload} />
      {series.data?.length === 0 && (
        <EmptyState drawing="certificates" title={t('settings.noSeries')} actions={<a href={href('settings', ['entidad'])}>{t('settings.entity')}</a>}>
          {t('settings.noSeriesWhy')}
        </EmptyState>
      )}
      <div className={style['cards']}>{year > 0 && series.data?.map((one) => <SeriesCard key={one.id} series={one} year={year} />)}</div>
    </>
  )
}

function SeriesCard(props: { readonly series: Series; readonly year: number }) {
  const t = useText()
  const { series, year } = props
  const update = useCommand('numbering.update', { quiet: true })
  const startAfter = useCommand('numbering.startAfter')
  const [last, setLast] = useState('')
  const given = series.counters.find((one) => one.year === year)?.last ?? 0
  const wanted = /^\d{1,6}$/.test(last) ? Number(last) : undefined
  const start = async (): Promise<void> => {
    if (wanted === undefined || wanted <= given) return
    if ((await startAfter.run({ id: series.id, year, last: wanted })) !== undefined) setLast('')
  }
  return (
    <Card title={series.name}>
      <div className={style['next']}>
        <span>{t('settings.nextNumber')}</span>
        <strong className="tabular">{series.nextNumber}</strong>
        <span>{t('settings.given', { year: String(year), n: given })}</span>
      </div>
      <Section title={t('settings.pattern')}>
        <TextField label={t('settings.patternWhy')} value={series.pattern} maxLength={120} onSave={(pattern) => update.runOrThrow({ id: series.id, fields: { pattern } })} />
        <dl className={style['tokens']}>
          {TOKENS.map(([token, key]) => (
            <div key={token}>
              <dt>{token}</dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('settings.startAfter')}>
        <form className={style['inline']} onSubmit={(event) => (event.preventDefault(), void start())}>
          <TextField label={t('settings.startAfterWhy')} value={last} onChange={setLast} inputMode="numeric" maxLength={6} />
          <Button type="submit" disabled={wanted === undefined || wanted <= given} loading={startAfter.running}>
            {t('settings.startAfterDo', { n: (wanted ?? given) + 1 })}
          </Button>
        </form>
        <Failure error={startAfter.error} onClose={startAfter.forget} />
      </Section>
    </Card>
  )
}
