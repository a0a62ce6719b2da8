import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Panel } from '../../ui/panel.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { IssuedPage } from './issued-page.tsx'
import { ReportPage } from './report-page.tsx'
import style from './funder-reports.module.css'

type Row = Gives<'funderReports.list'>[number]

/** Reports for funders: their definitions, one of them, or one as it went out. */
export function FunderReportsScreen({ path }: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const [first, second, third] = path
  if (first !== undefined && first !== 'nuevo' && second === 'emitido' && third !== undefined) return <IssuedPage key={third} reportId={first} issuedId={third} />
  if (first !== undefined && first !== 'nuevo') return <ReportPage key={first} id={first} />
  return <ReportList isNew={first === 'nuevo'} />
}

function ReportList({ isNew }: { readonly isNew: boolean }) {
  const t = useText()
  const list = useQuery('funderReports.list', {}, { keepOld: true })
  const source = useMemo(() => rowsOf(list.data, ''), [list.data])
  const make = (
    <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('outcomes', ['informes', 'nuevo'])}>
      {t('reportScreens.new')}
    </Button>
  )
  return (
    <Screen title={t('outcomes.tabReports')} crumbs={[{ word: t('outcomes.tabReports') }]} fill tabs={<OutcomeTabs at="informes" />} actions={make} panel={isNew ? <NewReport /> : undefined}>
      <Failure error={list.error} onRetry={list.reload} />
      <DataTable
        id="funder-reports"
        label={t('outcomes.tabReports')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        onOpen={(row) => go('outcomes', ['informes', row.id])}
        empty={
          <EmptyState drawing="sheet" title={t('reportScreens.emptyTitle')} actions={make}>
            {t('reportScreens.emptyWhy')}
          </EmptyState>
        }
      />
    </Screen>
  )
}

function columnsOf(t: Text): readonly Column<Row>[] {
  const last = (row: Row): string => {
    const [latest] = row.issued
    return latest === undefined ? '' : t('reportScreens.issuedOn', { number: latest.number, day: formatDate(latest.issuedAt.slice(0, 10)) })
  }
  return [
    { key: 'name', title: t('reportScreens.name'), width: 360, show: (row) => row.name },
    { key: 'frame', title: t('reportScreens.frame'), width: 240, show: (row) => row.frameName },
    { key: 'funder', title: t('reportScreens.funder'), width: 240, show: (row) => row.organisationName ?? '' },
    { key: 'issued', title: t('reportScreens.lastIssued'), width: 220, show: last },
  ]
}

function NewReport() {
  const t = useText()
  const frames = useQuery('frames.list', {})
  const create = useCommand('funderReports.create', { said: t('reportScreens.made') })
  const [name, setName] = useState('')
  const [frameId, setFrameId] = useState<string | null>(null)
  const close = (): void => go('outcomes', ['informes'])
  const chosen = frameId ?? frames.data?.[0]?.id ?? null
  const send = async (): Promise<void> => {
    const made = chosen === null ? undefined : await create.run({ name, frameId: chosen })
    if (made !== undefined) go('outcomes', ['informes', made.id])
  }
  return (
    <Panel title={t('reportScreens.new')} onClose={close}>
      <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <TextField label={t('reportScreens.name')} required autoFocus maxLength={200} value={name} error={create.error?.fields?.['name']} onChange={setName} />
        {frames.data?.length === 0 ? (
          <EmptyState drawing="sheet" title={t('reportScreens.noFrames')} actions={<Button onClick={() => go('outcomes', ['indicadores'])}>{t('outcomes.tabIndicators')}</Button>} />
        ) : (
          <SelectField label={t('reportScreens.frame')} value={chosen} choices={(frames.data ?? []).map((frame) => ({ value: frame.id, label: frame.name }))} onChange={setFrameId} />
        )}
        <Failure error={create.error?.code === 'invalid' ? undefined : create.error} onClose={create.forget} />
        <div className={style['acts']}>
          <Button onClick={close}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.running} disabled={chosen === null}>
            {t('reportScreens.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
