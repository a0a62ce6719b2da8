import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { FileDone } from '../../ui/file-done.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ReportMenu } from '../surveys/report-file.tsx'
import { behindHref, sheetsHref } from './behind-door.ts'
import { figureText } from './figure-text.ts'
import style from './behind.module.css'

/** What a figure is asked over: one period, some days, or all there is. */
export interface FigureAsked {
  readonly indicatorId: string
  readonly periodId?: string | null
  readonly from?: string | null
  readonly until?: string | null
}

type Row = RowOf<'indicators.behind'>

/**
 * The list behind a figure, or behind one category of it: each row is a door to its record, and says how many signed
 * pages prove it. `title` and `subtitle` say which figure; `children` stand above the list.
 */
export function BehindPanel(props: {
  readonly asked: FigureAsked
  readonly dimension?: string | null
  readonly category?: string | null
  readonly title?: string
  readonly subtitle?: ReactNode
  readonly children?: ReactNode
  readonly onClose: () => void
}) {
  const t = useText()
  const { asked } = props
  const input = { indicatorId: asked.indicatorId, periodId: asked.periodId ?? null, from: asked.from ?? null, until: asked.until ?? null, dimension: props.dimension ?? null, category: props.category ?? null }
  const source = useRows('indicators.behind', input)
  const { answer } = source
  const isHours = answer?.rows.some((row) => row.value !== 1) === true
  return (
    <Panel
      width={600}
      title={props.title ?? t('indicatorScreens.behind')}
      subtitle={props.subtitle}
      onClose={props.onClose}
      actions={(source.total ?? 0) > 0 ? <Export input={input} /> : undefined}
    >
      {answer !== undefined && (
        <p className={style['sum']}>
          <b>{figureText(answer.value)}</b>
          {answer.isFrozen && (
            <span>
              <IconLock size={14} aria-hidden />
              {t('indicatorScreens.behindFrozen')}
            </span>
          )}
        </p>
      )}
      {props.children}
      <div className={style['list']} data-low={props.children !== undefined && props.children !== false}>
        <DataTable
          id={isHours ? 'indicator-behind-hours' : 'indicator-behind'}
          label={t('indicatorScreens.behind')}
          source={source}
          columns={columnsOf(t, isHours)}
          idOf={(row) => row.id}
          onOpen={open}
          empty={
            <EmptyState drawing="people" title={t('indicatorScreens.behindNone')}>
              {t('indicatorScreens.behindNoneWhy')}
            </EmptyState>
          }
        />
      </div>
    </Panel>
  )
}

function open(row: Row): void {
  const door = behindHref(row)
  if (door !== undefined) window.location.hash = door
}

function columnsOf(t: Text, isHours: boolean): readonly Column<Row>[] {
  return [
    { key: 'label', title: t('indicatorScreens.behindWho'), width: 190, text: (row) => row.label, show: (row) => <Label row={row} /> },
    ...(isHours ? [{ key: 'value', title: t('indicatorScreens.behindValue'), width: 66, align: 'right' as const, show: (row: Row) => figureText(row.value) }] : []),
    { key: 'detail', title: t('indicatorScreens.behindDetail'), width: 180, show: (row) => row.detail },
    { key: 'on', title: t('indicatorScreens.behindOn'), width: 96, show: (row) => (row.on === null ? '' : dateText(row.on)) },
    { key: 'evidence', title: t('indicatorScreens.behindEvidence'), width: 84, align: 'right', text: (row) => String(row.evidence), show: (row) => <Evidence row={row} /> },
    { key: 'cohort', title: t('indicatorScreens.behindCohort'), width: 220, show: (row) => row.cohortName ?? '' },
  ]
}

function Label({ row }: { readonly row: Row }) {
  const door = behindHref(row)
  return door === undefined ? row.label : <a tabIndex={-1} href={door} onClick={(event) => event.stopPropagation()}>{row.label}</a>
}

function Evidence({ row }: { readonly row: Row }) {
  const t = useText()
  const door = sheetsHref(row)
  if (row.evidence === 0) return <span className={style['none']}>{t('indicatorScreens.noEvidence')}</span>
  return door === undefined ? figureText(row.evidence) : <a tabIndex={-1} href={door} title={t('indicatorScreens.toSheets')} onClick={(event) => event.stopPropagation()}>{figureText(row.evidence)}</a>
}

function Export(props: { readonly input: { readonly indicatorId: string; readonly periodId: string | null; readonly from: string | null; readonly until: string | null; readonly dimension: string | null; readonly category: string | null } }) {
  const t = useText()
  const write = useJob('indicators.exportBehind', { label: t('indicatorScreens.exporting'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  const make = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    setFile(undefined)
    setFile(await write.run({ ...props.input, format }))
  }
  return (
    <div className={style['export']}>
      {file !== undefined && <FileDone key={file.id} file={file} />}
      {write.running && <ProgressBar label={t('indicatorScreens.exporting')} progress={write.progress} startedAt={write.startedAt} onCancel={write.cancel} />}
      <Failure error={write.error} onClose={write.forget} />
      <ReportMenu word={t('indicatorScreens.exportList')} running={write.running} onMake={(format) => void make(format)} />
    </div>
  )
}
