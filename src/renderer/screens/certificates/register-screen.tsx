import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Menu } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import { go } from '../../router.ts'
import type { Route } from '../../router.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconCertificate, IconChevronDown, IconFileSpreadsheet, IconFileTypePdf, IconPrinter, IconX } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useCommands } from '../../frame/commands.ts'
import { PaperActs } from '../corrections/panel-actions.tsx'
import { CertificateTabs } from './certificates-frame.tsx'
import { CertificatePanel } from './certificate-panel.tsx'
import { filterOf, isFiltered, openPaper, showFiltered } from './register-filter.ts'
import { OutputPanel } from './output-panel.tsx'
import { RegisterTools } from './register-tools.tsx'
import { StateMark } from './struck.tsx'
import style from './register.module.css'

type Row = RowOf<'certificates.list'>

/** The register: everything issued, as a book, with what each paper says. */
export function RegisterScreen(props: { readonly openId: string | undefined; readonly params: Route['params'] }) {
  const t = useText()
  const { openId } = props
  const filter = filterOf(props.params)
  const source = useRows('certificates.list', filter)
  const [sent, setSent] = useState<readonly string[]>([])
  const report = useJob('reports.register', { label: t('issuing.exporting'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  const issue = (): void => go('certificates', ['emitir'])
  useCommands([{ id: 'issue', label: t('issuing.title'), run: issue }])

  const write = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    setFile(undefined)
    setFile(await report.run({ ...filter, format }))
  }
  const isNew = source.total === 0 && !isFiltered(filter)
  let panel: ReactNode = null
  if (sent.length > 0) panel = <OutputPanel key={sent.join()} ids={sent} onClose={() => setSent([])} />
  else if (openId !== undefined) panel = <CertificatePanel key={openId} id={openId} onClose={() => openPaper(undefined, filter)} />
  return (
    <Screen
      fill
      title={t('issuing.register')}
      about={source.total === undefined || isNew ? undefined : t('issuing.registerCount', { n: source.total })}
      actions={
        !isNew && (
          <>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Button loading={report.running} rightSection={<IconChevronDown size={15} aria-hidden />} disabled={source.total === 0}>
                  {t('issuing.export')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => void write('xlsx')}>
                  {t('issuing.exportAs', { format: 'xlsx' })}
                </Menu.Item>
                <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => void write('pdf')}>
                  {t('issuing.exportAs', { format: 'pdf' })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button variant="filled" leftSection={<IconCertificate size={17} aria-hidden />} onClick={issue}>
              {t('issuing.issueWord')}
            </Button>
          </>
        )
      }
      tabs={<CertificateTabs at="registro" />}
      tools={!isNew && <RegisterTools filter={filter} years={source.answer?.years ?? []} onFilter={(next) => showFiltered(next, openId)} />}
      panel={panel}
    >
      {report.running && <ProgressBar label={t('issuing.exporting')} progress={report.progress} startedAt={report.startedAt} onCancel={report.cancel} />}
      <Failure error={report.error} onClose={report.forget} />
      {file !== undefined && (
        <div className={style['made']}>
          <FileDone file={file} />
          <button type="button" aria-label={t('frame.close')} onClick={() => setFile(undefined)}>
            <IconX size={16} />
          </button>
        </div>
      )}
      <DataTable
        id="certificates"
        label={t('issuing.register')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        openId={openId}
        onOpen={(row) => (setSent([]), openPaper(row.id, filter))}
        actions={(ids) => (
          <>
            <Button size="compact-sm" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => setSent(ids)}>
              {t('issuing.takeOut')}
            </Button>
            <PaperActs ids={ids} />
          </>
        )}
        empty={<Empty isNew={isNew} onIssue={issue} onClear={() => showFiltered({ search: '' }, openId)} />}
      />
    </Screen>
  )
}

function Empty(props: { readonly isNew: boolean; readonly onIssue: () => void; readonly onClear: () => void }) {
  const t = useText()
  const example = useJob('app.openExample', { label: t('frame.openingExample'), quiet: true })
  if (!props.isNew) {
    return (
      <EmptyState drawing="search" title={t('issuing.nothingMatches')} actions={<Button onClick={props.onClear}>{t('issuing.clearFilters')}</Button>}>
        {t('issuing.nothingMatchesWhy')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      drawing="certificates"
      title={t('issuing.emptyRegister')}
      actions={
        <>
          <Button variant="filled" onClick={props.onIssue}>
            {t('issuing.issueFirst')}
          </Button>
          <Button loading={example.running} onClick={() => void example.run({})}>
            {t('frame.openExample')}
          </Button>
        </>
      }
    >
      {t('issuing.emptyRegisterWhy')}
      <Failure error={example.error} onClose={example.forget} />
    </EmptyState>
  )
}

function columnsOf(t: Text): readonly Column<Row>[] {
  const text = (key: string, title: string, width: number, of: (row: Row) => string): Column<Row> => ({ key, title, width, show: of, text: of })
  return [
    { key: 'number', title: t('issuing.number'), width: 172, show: (row) => (row.state === 'valid' ? row.number : <s>{row.number}</s>), text: (row) => row.number },
    text('name', t('issuing.name'), 202, (row) => row.personName),
    { key: 'state', title: t('issuing.state'), width: 146, show: (row) => <StateCell row={row} />, text: (row) => stateText(t, row) },
    text('document', t('issuing.identity'), 94, (row) => row.documentNumber ?? ''),
    text('kind', t('issuing.kindShort'), 94, (row) => t('paper.heading', { kind: row.paperKind })),
    text('title', t('issuing.action'), 164, (row) => row.title),
    text('cohort', t('issuing.cohort'), 94, (row) => row.cohortName),
    text('date', t('issuing.issuedOn'), 96, (row) => formatDate(row.issuedOn)),
    text('code', t('issuing.code'), 122, (row) => groupedCode(row.code)),
  ]
}

/** What is in force says so quietly; what is not, with a sign too. */
function StateCell(props: { readonly row: Row }) {
  const t = useText()
  const { row } = props
  const version = row.version === 1 ? '' : t('issuing.version', { n: row.version })
  if (row.state === 'valid') return <span className={style['quiet']}>{[t('certificates.stateName', { state: 'valid' }), version].filter((part) => part !== '').join(', ')}</span>
  return (
    <>
      <StateMark state={row.state} /> {version}
    </>
  )
}

function stateText(t: Text, row: Row): string {
  return [t('certificates.stateName', { state: row.state }), ...(row.version === 1 ? [] : [t('issuing.version', { n: row.version })])].join(', ')
}
