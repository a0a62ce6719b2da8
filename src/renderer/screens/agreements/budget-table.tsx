import { formatMoney } from '../../../shared/domain/money.ts'
import { percentWords } from '../../../shared/domain/numbers.ts'
import { useText } from '../../language.tsx'
import { IconAlertTriangle } from '../../ui/icons.ts'
import type { BudgetOf, BudgetSeen, Line } from './budget-page.tsx'
import style from './agreements.module.css'

/** Lines with what was planned and spent in their own currency, and in soles where that is another; a name opens its line. */
export function BudgetTable(props: { readonly seen: BudgetSeen; readonly of: BudgetOf; readonly openId: string | undefined; readonly onOpen: (id: string) => void }) {
  const t = useText()
  const { lines, sums } = props.seen
  const soles = sums.find((one) => one.currency === 'PEN')
  const hasOther = lines.some((line) => line.currency !== 'PEN')
  return (
    <div className={style['card']}>
      <table className={style['table']} aria-label={t('budget.report')}>
        <thead>
          <tr>
            <th scope="col">{t('budget.concept')}</th>
            <th scope="col" data-figure="true">{t('budget.planned')}</th>
            <th scope="col" data-figure="true">{t('budget.spent')}</th>
            <th scope="col" data-figure="true">%</th>
            {hasOther && (
              <>
                <th scope="col" data-figure="true">{t('budget.plannedIn', { currency: 'PEN' })}</th>
                <th scope="col" data-figure="true">{t('budget.spentIn', { currency: 'PEN' })}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={line.id} line={line} ofEdition={'editionId' in props.of} hasOther={hasOther} isOpen={line.id === props.openId} onOpen={() => props.onOpen(line.id)} />
          ))}
        </tbody>
        {soles !== undefined && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={hasOther ? 4 : 1}>
                {t('agreementScreens.totalSoles')}
              </th>
              <td data-figure="true">{formatMoney(soles.plannedCents)}</td>
              <td data-figure="true">{formatMoney(soles.spentCents)}</td>
              {!hasOther && <td data-figure="true">{soles.percent === null ? '' : percentWords(soles.percent)}</td>}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function LineRow({ line, ofEdition, hasOther, isOpen, onOpen }: { readonly line: Line; readonly ofEdition: boolean; readonly hasOther: boolean; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const t = useText()
  const soles = line.inSums.find((one) => one.currency === 'PEN')
  const isOver = line.spentCents > line.plannedCents
  return (
    <tr data-open={isOpen}>
      <th scope="row">
        <button type="button" className={style['open']} onClick={onOpen}>
          {line.concept}
        </button>
        <small>{[line.category, ofEdition ? (line.agreementTitle ?? t('budget.ownMoney')) : line.editionName].filter((part) => part !== null).join(' · ')}</small>
      </th>
      <td data-figure="true">{formatMoney(line.plannedCents, line.currency)}</td>
      <td data-figure="true">{formatMoney(line.spentCents, line.currency)}</td>
      <td data-figure="true" data-low={isOver}>
        {isOver && <IconAlertTriangle size={15} aria-label={t('agreementScreens.overspent')} />}
        {line.percent === null ? '–' : percentWords(line.percent)}
      </td>
      {hasOther && (
        <>
          <td data-figure="true">{soles?.plannedCents === null || soles === undefined ? t('agreementScreens.noRate') : formatMoney(soles.plannedCents)}</td>
          <td data-figure="true">{soles === undefined ? '' : formatMoney(soles.spentCents)}</td>
        </>
      )}
    </tr>
  )
}
