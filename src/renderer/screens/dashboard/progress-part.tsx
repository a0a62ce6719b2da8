import { figureWords, percentWords } from '../../../shared/domain/numbers.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Chart } from '../../ui/chart.tsx'
import type { Overview } from './dashboard-screen.tsx'

/** As many as one takes in at a glance; the rest stand in the table. */
const DRAWN = 5

/** Targets against time: those that lag most behind it first. */
export function ProgressPart({ progress }: { readonly progress: Overview['progress'] }) {
  const t = useText()
  const sorted = progress.toSorted((one, other) => (one.percent ?? 0) - one.timePercent - ((other.percent ?? 0) - other.timePercent))
  const drawn = sorted.slice(0, DRAWN)
  return (
    <Chart
      title={t('dashboard.progress')}
      note={drawn.length < sorted.length ? t('dashboard.progressSome', { n: drawn.length, all: sorted.length }) : t('dashboard.progressWhy')}
      chart={{
        kind: 'progress',
        rows: drawn.map((one) => ({ label: one.name, percent: one.percent, timePercent: one.timePercent, words: t('dashboard.ofTarget', { actual: figure(one.actual, one.unit), target: figure(one.target, one.unit) }) })),
      }}
      table={{
        columns: [t('dashboard.indicator'), t('dashboard.target'), t('dashboard.actual'), t('dashboard.reached'), t('dashboard.timeOver')],
        rows: sorted.map((one) => [`${one.name}${one.unit === null ? '' : ` (${one.unit})`}`, figure(one.target, one.unit), figure(one.actual, one.unit), one.percent === null ? '–' : percentWords(one.percent), percentWords(Math.round(one.timePercent))]),
      }}
      onPick={(index) => {
        const one = sorted[index]
        if (one !== undefined) go('outcomes', ['indicadores', one.frameId, one.indicatorId])
      }}
    />
  )
}

function figure(value: number | null, unit: string | null): string {
  return value === null ? '–' : unit === '%' ? percentWords(value) : figureWords(value)
}
