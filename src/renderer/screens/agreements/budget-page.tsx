import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatMoney } from '../../../shared/domain/money.ts'
import { percentWords } from '../../../shared/domain/numbers.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconPlus } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Gone } from '../programmes/gone.tsx'
import { ReportMenu, useMadeFile } from '../surveys/report-file.tsx'
import { agreementFrame } from './agreement-page.tsx'
import { BudgetTable } from './budget-table.tsx'
import { LinePanel } from './line-panel.tsx'
import { RatesPanel } from './rates-panel.tsx'
import style from './agreements.module.css'

export type BudgetSeen = Gives<'budget.list'>
export type Line = BudgetSeen['lines'][number]

/** Of which edition or which agreement a budget is. */
export type BudgetOf = { readonly agreementId: string } | { readonly editionId: string }

/** The budget of an agreement: its second part. */
export function BudgetPage(props: { readonly id: string }) {
  const t = useText()
  const seen = useQuery('agreements.get', { id: props.id })
  if (seen.data === undefined) {
    return (
      <Screen title={t('budget.report')}>
        <Gone error={seen.error} onRetry={seen.reload} />
      </Screen>
    )
  }
  const { agreement, editions } = seen.data
  return <Budget of={{ agreementId: props.id }} currency={agreement.currency ?? 'PEN'} editionId={editions.length === 1 ? (editions[0]?.editionId ?? null) : null} frame={agreementFrame(t, seen.data, 'presupuesto')} />
}

/** The budget of an edition, whoever pays it. */
export function EditionBudgetPage(props: { readonly id: string }) {
  const t = useText()
  const seen = useQuery('editions.get', { id: props.id })
  if (seen.data === undefined) {
    return (
      <Screen title={t('budget.report')}>
        <Gone error={seen.error} onRetry={seen.reload} />
      </Screen>
    )
  }
  const { programme, edition } = seen.data
  const frame = {
    title: t('agreementScreens.budgetOf', { name: edition.name }),
    about: programme.name,
    crumbs: [{ word: t('outcomes.tabAgreements'), href: href('outcomes', ['convenios']) }, { word: edition.name, href: href('programmes', ['edicion', edition.id]) }, { word: t('budget.report') }],
  }
  return <Budget of={{ editionId: props.id }} currency="PEN" editionId={props.id} frame={frame} />
}

interface Shown {
  readonly of: BudgetOf
  /** Of a new line. */
  readonly currency: string
  readonly editionId: string | null
  readonly frame: Omit<Parameters<typeof Screen>[0], 'children'>
}

function Budget({ of, currency, editionId, frame }: Shown) {
  const t = useText()
  const budget = useQuery('budget.list', of)
  const report = useJob('budget.report', { label: t('agreementScreens.makingReport') })
  const made = useMadeFile()
  const [open, setOpen] = useState<string | null>()
  const [rates, setRates] = useState(false)
  const seen = budget.data
  const show = (id: string | null | undefined): void => (setRates(false), setOpen(id))
  const close = (): void => (setOpen(undefined), setRates(false))
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => made.show(await report.run({ ...of, format }), t('agreementScreens.reportReady'))
  const line = seen?.lines.find((one) => one.id === open)
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show(null)}>
      {t('agreementScreens.addLine')}
    </Button>
  )
  const panel = rates ? (
    <RatesPanel onClose={close} startWith={{ currency: currency === 'PEN' ? null : currency }} />
  ) : open === null || line !== undefined ? (
    <LinePanel key={open} line={line} of={of} currency={currency} editionId={editionId} onClose={close} onMade={show} />
  ) : undefined
  return (
    <Screen
      {...frame}
      actions={
        <>
          <Button onClick={() => (setOpen(undefined), setRates(true))}>{t('agreementScreens.rates')}</Button>
          {seen !== undefined && seen.lines.length > 0 && <ReportMenu word={t('agreementScreens.reportWord')} running={report.running} onMake={(format) => void onReport(format)} />}
          {seen !== undefined && seen.lines.length > 0 && add}
        </>
      }
      panel={panel}
    >
      {made.outcome}
      <Failure error={budget.error ?? report.error} onClose={report.forget} />
      {seen !== undefined && seen.lines.length === 0 && (
        <div className={style['blank']}>
          <EmptyState drawing="sheet" title={t('agreementScreens.noLines')} actions={add}>
            {t('agreementScreens.noLinesWhy')}
          </EmptyState>
        </div>
      )}
      {seen !== undefined && seen.lines.length > 0 && (
        <>
          <Sums seen={seen} />
          {seen.missing.map((sentence) => (
            <Note key={sentence} tone="warn" actions={<Button onClick={() => (setOpen(undefined), setRates(true))}>{t('agreementScreens.addRate')}</Button>}>
              {sentence}
            </Note>
          ))}
          <BudgetTable seen={seen} of={of} openId={open ?? undefined} onOpen={show} />
        </>
      )}
    </Screen>
  )
}

/** A row of figures for each currency: soles first. */
function Sums({ seen }: { readonly seen: BudgetSeen }) {
  const t = useText()
  return (
    <div className={style['card']}>
      <table className={style['sums']} aria-label={t('agreementScreens.sums')}>
        <thead>
          <tr>
            <th scope="col">{t('agreementScreens.sumsIn')}</th>
            <th scope="col">{t('budget.planned')}</th>
            <th scope="col">{t('budget.spent')}</th>
            <th scope="col">%</th>
            <th scope="col">{t('agreementScreens.left')}</th>
            <th scope="col">
              {t('agreementScreens.costPerPerson')}
              <small>{t('agreementScreens.people', { n: seen.sums[0]?.people ?? 0 })}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.sums.map(({ currency, plannedCents, spentCents, percent, costPerPersonCents }) => (
            <tr key={currency}>
              <th scope="row">{t('budget.currencyName', { code: currency })}</th>
              <td>{formatMoney(plannedCents, currency)}</td>
              <td>{formatMoney(spentCents, currency)}</td>
              <td>{percent === null ? '–' : percentWords(percent)}</td>
              <td data-low={spentCents > plannedCents}>
                {spentCents > plannedCents && <IconAlertTriangle size={16} aria-label={t('agreementScreens.belowZero')} />}
                {formatMoney(plannedCents - spentCents, currency)}
              </td>
              <td>{costPerPersonCents === null ? '–' : formatMoney(costPerPersonCents, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
