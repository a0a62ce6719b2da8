import { useDeferredValue, useMemo } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href, replace } from '../../router.ts'
import { useRows } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconPencil, IconPlus, IconUpload } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import { ReportMenu, useMadeFile } from '../surveys/report-file.tsx'
import { NewRow, RowPanel } from './row-panel.tsx'
import { shownValue } from './row-values.tsx'

export type Register = Gives<'resultRegisters.get'>
export type ResultRow = Gives<'resultRegisters.row'>

/** The rows of one register with its own fields as columns; one at a time beside the list. */
export function RegisterPage({ register, openId, params }: { readonly register: Register; readonly openId: string | undefined; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const search = params['buscar'] ?? ''
  const source = useRows('resultRegisters.rows', { registerId: register.id, search: useDeferredValue(search) })
  const columns = useMemo(() => columnsOf(t, register), [t, register])
  const report = useJob('resultRegisters.report', { label: t('registerScreens.makingReport') })
  const made = useMadeFile()
  const at = (part?: string): readonly string[] => (part === undefined ? ['registros', register.id] : ['registros', register.id, part])
  const open = (part?: string): void => go('outcomes', at(part), params)
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    made.show(undefined)
    made.show(await report.run({ registerId: register.id, format }), t('registerScreens.reportReady'))
  }
  const bring = (
    <Button component="a" href={href('outcomes', at('importar'))} leftSection={<IconUpload size={16} aria-hidden />}>
      {t('registerScreens.import')}
    </Button>
  )
  const make = (
    <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open('nueva')}>
      {t('registerScreens.newRow')}
    </Button>
  )
  return (
    <Screen
      title={register.name}
      fill
      crumbs={[{ word: t('outcomes.tabRegisters'), href: href('outcomes', ['registros']) }, { word: register.name }]}
      tabs={<OutcomeTabs at="registros" />}
      about={[t('registerScreens.rows', { n: register.rows }), register.description].filter((one) => one !== null).join(' · ')}
      actions={
        <>
          {register.rows > 0 && <ReportMenu word={t('registerScreens.report')} running={report.running} onMake={(format) => void onReport(format)} />}
          <Button component="a" href={href('outcomes', at('campos'))} leftSection={<IconPencil size={16} aria-hidden />}>
            {t('registerScreens.fields')}
          </Button>
          {bring}
          {make}
        </>
      }
      tools={<SearchBox label={t('registerScreens.search')} value={search} onChange={(value) => replace('outcomes', at(openId), value === '' ? {} : { buscar: value })} />}
      panel={openId === undefined ? null : openId === 'nueva' ? <NewRow register={register} onClose={() => open()} onMade={open} /> : <RowPanel key={openId} register={register} id={openId} onClose={() => open()} />}
    >
      {made.outcome}
      <Failure error={report.error} onClose={report.forget} />
      <DataTable
        id={`register-${register.id}`}
        label={register.name}
        source={source}
        columns={columns}
        idOf={(row) => row.id}
        openId={openId}
        onOpen={(row) => open(row.id)}
        empty={
          search !== '' ? (
            <EmptyState drawing="search" title={t('registerScreens.noneMatch')} actions={<Button onClick={() => go('outcomes', at())}>{t('registerScreens.seeAll')}</Button>} />
          ) : (
            <EmptyState drawing="sheet" title={t('registerScreens.noRows')} actions={bring}>
              {t('registerScreens.noRowsWhy', { row: register.rowName })}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

function columnsOf(t: Text, register: Register): readonly Column<ResultRow>[] {
  const own = register.fields.map((field): Column<ResultRow> => {
    const shown = (row: ResultRow): string => shownValue(t, field, row.values[field.id] ?? null)
    return { key: field.id, title: field.label, width: field.kind === 'text' ? 170 : 130, align: field.kind === 'number' || field.kind === 'money' ? 'right' : 'left', show: shown, text: shown }
  })
  const links = (row: ResultRow): string => row.links.map((link) => link.name).join('; ')
  const files = (row: ResultRow): string => (row.attachments === 0 ? '' : String(row.attachments))
  return [
    { key: 'title', title: `${register.rowName.slice(0, 1).toUpperCase()}${register.rowName.slice(1)}`, width: 300, show: (row) => row.title, text: (row) => row.title },
    { key: 'on', title: t('resultRegisters.column.on'), width: 100, show: (row) => <span className="tabular">{formatDate(row.on)}</span>, text: (row) => formatDate(row.on) },
    { key: 'district', title: t('resultRegisters.column.district'), width: 210, show: (row) => row.districtName ?? '', text: (row) => row.districtName ?? '' },
    ...own,
    { key: 'links', title: t('resultRegisters.links'), width: 200, show: links, text: links },
    { key: 'files', title: t('resultRegisters.files'), width: 84, align: 'right', show: files, text: files },
  ]
}
