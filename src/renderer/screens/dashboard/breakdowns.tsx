import { useState } from 'react'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Chart } from '../../ui/chart.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import type { Overview } from './dashboard-screen.tsx'
import { narrow, paramsWith } from './span.ts'

type Params = Readonly<Record<string, string>>
type Measure = 'people' | 'hours' | 'certificates'

/** Peru with its table; a region leads to its people. */
export function ByRegion({ regions, params }: { readonly regions: Overview['regions']; readonly params: Params }) {
  const t = useText()
  const [measure, setMeasure] = useState<Measure>('people')
  // What is nowhere is listed too, below, and is on no map.
  const shown = regions.filter((one) => one.people + one.participations + one.cohorts + one.initiatives > 0).sort((one, other) => Number(one.code === '') - Number(other.code === '') || other[measure] - one[measure] || (one.code < other.code ? -1 : 1))
  return (
    <Chart
      beside
      title={t('dashboard.byRegion')}
      note={t('dashboard.byRegionWhy')}
      chart={{ kind: 'map', regions: shown.map((one) => ({ code: one.code, name: one.name, value: one[measure], words: groupedNumber(Math.round(one[measure])) })) }}
      table={{
        columns: [t('dashboard.region'), t('dashboard.people'), t('dashboard.hours'), t('dashboard.certificates'), t('dashboard.cohorts')],
        rows: shown.map((one) => [one.code === '' ? t('dashboard.noRegion') : one.name, groupedNumber(one.people), groupedNumber(Math.round(one.hours)), groupedNumber(one.certificates), groupedNumber(one.cohorts)]),
      }}
      height={388}
      canPick={(index) => (shown[index]?.people ?? 0) > 0}
      onPick={(index) => go('outcomes', [], paramsWith(params, { ver: 'personas', departamento: shown[index]?.code === '' ? 'ninguno' : (shown[index]?.code ?? null) }))}
      actions={
        <FilterWords
          label={t('dashboard.measure')}
          value={measure}
          onChange={setMeasure}
          words={[
            { value: 'people', word: t('dashboard.people') },
            { value: 'hours', word: t('dashboard.hours') },
            { value: 'certificates', word: t('dashboard.certificates') },
          ]}
        />
      }
    />
  )
}

/** A year narrows the whole overview to its days. */
export function ByYear({ years, params }: { readonly years: Overview['years']; readonly params: Params }) {
  const t = useText()
  return (
    <Chart
      title={t('dashboard.byYear')}
      note={t('dashboard.byYearWhy')}
      chart={{ kind: 'columns', categories: years.map(({ year }) => String(year)), series: [{ name: t('dashboard.people'), values: years.map(({ people }) => people) }] }}
      table={{
        columns: [t('dashboard.year'), t('dashboard.people'), t('dashboard.hours'), t('dashboard.certificates')],
        rows: years.map((one) => [String(one.year), groupedNumber(one.people), groupedNumber(Math.round(one.hours)), groupedNumber(one.certificates)]),
      }}
      height={200}
      onPick={(index) => narrow(params, { desde: `${years[index]?.year}-01-01`, hasta: `${years[index]?.year}-12-31` })}
    />
  )
}

/** The largest in the picture, all of them in the table; one narrows the overview to itself. */
export function ByProgramme({ programmes, params }: { readonly programmes: Overview['programmes']; readonly params: Params }) {
  const t = useText()
  const drawn = programmes.slice(0, 8).filter((one) => one.people > 0)
  return (
    <Chart
      title={t('dashboard.byProgramme')}
      note={drawn.length < programmes.length ? t('dashboard.byProgrammeSome', { n: drawn.length, all: programmes.length }) : undefined}
      chart={{ kind: 'bars', bars: drawn.map((one) => ({ label: one.name, value: one.people, words: groupedNumber(one.people) })) }}
      table={{
        columns: [t('dashboard.programme'), t('dashboard.editions'), t('dashboard.people'), t('dashboard.hours'), t('dashboard.certificates')],
        rows: programmes.map((one) => [one.name, groupedNumber(one.editions), groupedNumber(one.people), groupedNumber(Math.round(one.hours)), groupedNumber(one.certificates)]),
      }}
      onPick={(index) => narrow(params, { programa: programmes[index]?.id ?? null })}
    />
  )
}
