import { departments } from '../../../shared/domain/geography.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useEscape } from '../../ui/escape.ts'
import { dateText } from '../../ui/fields/date-text.ts'
import { Screen } from '../../ui/screen.tsx'
import { paramsWith, spanOf, yearOf } from './span.ts'

/** The names behind a figure of the overview; Esc goes back to it. */
export function PeopleBehind({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const span = spanOf(params)
  const place = params['departamento']
  const department = place === undefined ? null : place === 'ninguno' ? '' : place
  const sex = params['sexo'] === 'F' || params['sexo'] === 'M' ? params['sexo'] : null
  const source = useRows('dashboard.people', { ...span, department, sex })
  const back = paramsWith(params, { ver: null, departamento: null, sexo: null })
  useEscape(true, () => go('outcomes', [], back))
  const region = department === null ? t('dashboard.everywhere') : department === '' ? t('dashboard.noRegion') : (departments.find(({ code }) => code === department)?.name ?? department)
  const year = yearOf(span)
  const days = year ?? (span.from === null && span.until === null ? null : t('dashboard.daysText', { from: dateText(span.from ?? ''), until: dateText(span.until ?? '') }))
  const title = [sex === 'F' ? t('dashboard.women') : t('dashboard.people'), region, ...(days === null ? [] : [days])].join(' · ')
  return (
    <Screen fill title={title} crumbs={[{ word: t('dashboard.title'), href: href('outcomes', [], back) }, { word: region }]} about={source.total === undefined ? undefined : t('dashboard.peopleCount', { n: source.total })}>
      <DataTable
        id="dashboard-people"
        label={title}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.personId}
        onOpen={(row) => go('people', [row.personId])}
        empty={<EmptyState drawing="people" title={t('dashboard.nobody')}>{t('dashboard.nobodyWhy')}</EmptyState>}
      />
    </Screen>
  )
}

function columnsOf(t: Text): readonly Column<RowOf<'dashboard.people'>>[] {
  return [
    { key: 'name', title: t('dashboard.name'), width: 280, show: (row) => row.name },
    { key: 'document', title: t('dashboard.document'), width: 110, show: (row) => row.documentNumber ?? '' },
    { key: 'hours', title: t('dashboard.hours'), width: 80, align: 'right', show: (row) => groupedNumber(row.hours, Number.isInteger(row.hours) ? 0 : 1) },
    { key: 'certificates', title: t('dashboard.certificates'), width: 100, align: 'right', show: (row) => groupedNumber(row.certificates) },
    { key: 'organisation', title: t('dashboard.organisation'), width: 280, show: (row) => row.organisationName ?? '' },
    { key: 'cohort', title: t('dashboard.latestGroup'), width: 260, show: (row) => `${row.cohortName} · ${row.editionName}` },
  ]
}
