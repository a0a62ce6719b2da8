import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { useRows } from '../../rows.ts'
import { go, href } from '../../router.ts'
import type { Route } from '../../router.ts'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconClock, IconExternalLink, IconFile, IconPencil, IconPrinter, IconUsers, IconX } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { PaperSearch } from '../certificates/paper-search.tsx'
import type { DeliveryFilter } from './delivery-filter.ts'
import { filterOf, paramsOf, showFiltered } from './delivery-filter.ts'
import style from './delivery.module.css'
import { ExportPanel } from './export-panel.tsx'
import { HandOverPanel } from './hand-over-panel.tsx'
import { PaperPanel } from './paper-panel.tsx'
import { OutcomePanel, PrintPanel } from './print-panel.tsx'
import { SheetPrintPanel } from './sheet-print-panel.tsx'
import { SignPanel } from './sign-panel.tsx'
import { columnsOf } from './state-cells.tsx'
import { WaitingRuns } from './waiting-runs.tsx'

const STEPS = ['drawn', 'printed', 'signed', 'handed', 'back'] as const
const ALL = 'all'
const ACTS = ['print', 'sign', 'hand', 'sheet', 'export'] as const
type Act = (typeof ACTS)[number]
const ICONS = { print: IconPrinter, sign: IconPencil, hand: IconUsers, sheet: IconFile, export: IconExternalLink } as const

interface Frame {
  readonly title: string
  readonly tabs: ReactNode
  readonly tools: ReactNode
  readonly actions: ReactNode
}

/** Every paper in force with its four states, filtered by what is waited for, and what can be done with those chosen. */
export function PaperList(props: { readonly openId: string | undefined; readonly params: Route['params']; readonly frame: Frame }) {
  const t = useText()
  const filter = filterOf(props.params)
  const source = useRows('delivery.list', filter)
  const [act, setAct] = useState<{ readonly kind: Act; readonly ids: readonly string[]; readonly reason?: string }>()
  const [asking, setAsking] = useState<string>()
  const { pending: _pending, ...withoutPending } = filter
  const counts = source.answer?.counts
  const close = (): void => (setAct(undefined), setAsking(undefined))
  const again = (ids: readonly string[]): void => (setAsking(undefined), setAct({ kind: 'print', ids, reason: t('deliveryScreens.damagedReason') }))
  let panel: ReactNode = null
  if (act !== undefined) panel = <ActPanel key={`${act.kind} ${act.ids.join()}`} kind={act.kind} ids={act.ids} reason={act.reason} onClose={close} />
  else if (asking !== undefined) panel = <OutcomePanel key={asking} runId={asking} onClose={close} onAgain={again} />
  else if (props.openId !== undefined) panel = <PaperPanel key={props.openId} id={props.openId} row={rowOf(source, props.openId)} onClose={() => showFiltered(filter)} />
  const isNew = source.total === 0 && Object.keys(paramsOf(filter)).length === 0
  return (
    <Screen fill {...props.frame} panel={panel}>
      <WaitingRuns onAnswer={(runId) => (close(), setAsking(runId))} />
      {!isNew && (
        <div className={style['line']}>
          <FilterWords
            label={t('deliveryScreens.waits')}
            words={[{ value: ALL, word: t('deliveryScreens.all'), count: counts?.all }, ...STEPS.filter((step) => (step !== 'back' && step !== 'drawn') || (counts?.[step] ?? 0) > 0 || filter.pending === step).map((step) => ({ value: step, word: t('deliveryScreens.step', { step }), count: counts?.[step] }))]}
            value={filter.pending ?? ALL}
            onChange={(step) => showFiltered(step === ALL ? withoutPending : { ...filter, pending: STEPS.find((one) => one === step) }, props.openId)}
          />
          <Narrowed filter={filter} />
          <PaperSearch className={style['search']} text={filter.search ?? ''} onSearch={(search) => showFiltered({ ...filter, search }, props.openId)} />
        </div>
      )}
      <DataTable
        id="delivery"
        label={t('trust.tabDelivery')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        openId={props.openId}
        onOpen={(row) => (close(), go('certificates', ['entrega', row.id], paramsOf(filter)))}
        actions={(ids) =>
          ACTS.map((kind) => {
            const Icon = ICONS[kind]
            return (
              <Button key={kind} size="compact-sm" leftSection={<Icon size={15} aria-hidden />} onClick={() => setAct({ kind, ids })}>
                {t('deliveryScreens.act', { act: kind })}
              </Button>
            )
          })
        }
        empty={
          isNew ? (
            <EmptyState drawing="certificates" title={t('deliveryScreens.empty')} actions={<Button variant="filled" component="a" href={href('certificates', ['emitir'])}>{t('issuing.title')}</Button>}>
              {t('deliveryScreens.emptyWhy')}
            </EmptyState>
          ) : (
            <EmptyState drawing="search" title={t('deliveryScreens.nothing')} actions={<Button onClick={() => showFiltered({ search: '' }, props.openId)}>{t('issuing.clearFilters')}</Button>}>
              {t('deliveryScreens.nothingWhy')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

type Source = ReturnType<typeof useRows<'delivery.list'>>

function rowOf(source: Source, id: string) {
  for (let index = 0; index < Math.min(source.total ?? 0, 500); index += 1) {
    const row = source.at(index)
    if (row?.id === id) return row
  }
  return undefined
}

function ActPanel(props: { readonly kind: Act; readonly ids: readonly string[]; readonly reason: string | undefined; readonly onClose: () => void }) {
  const { kind, reason, ...rest } = props
  if (kind === 'print') return <PrintPanel {...rest} {...(reason === undefined ? {} : { reason })} />
  if (kind === 'sign') return <SignPanel {...rest} />
  if (kind === 'hand') return <HandOverPanel {...rest} />
  if (kind === 'sheet') return <SheetPrintPanel {...rest} />
  return <ExportPanel {...rest} />
}

/** The group or the organisation that the list is narrowed to, with the way out. */
function Narrowed(props: { readonly filter: DeliveryFilter }) {
  const t = useText()
  const { cohortId: _cohort, organisationId, ...rest } = props.filter
  const pending = useQuery('delivery.pending', {}, { enabled: organisationId !== undefined })
  if (organisationId === undefined && props.filter.cohortId === undefined) return null
  const name = pending.data?.rows.find((one) => one.organisationId === organisationId)?.organisationName ?? t('deliveryScreens.oneOrganisation')
  return (
    <Button size="compact-sm" rightSection={<IconX size={14} aria-hidden />} leftSection={<IconClock size={14} aria-hidden />} onClick={() => showFiltered(rest)}>
      {organisationId === undefined ? t('deliveryScreens.oneGroup') : name}
    </Button>
  )
}
