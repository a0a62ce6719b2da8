import type { ReactNode } from 'react'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconAlertTriangle } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import style from './agreements.module.css'

/** The agreement's money in its own currency, each figure a door to the budget. */
export function MoneyLine({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const { money, inForce, agreement } = seen
  const budget = href('outcomes', ['convenios', agreement.id, 'presupuesto'])
  const shown = (cents: number): string => formatMoney(cents, money.currency)
  const added = inForce.amountCents === null || agreement.amountCents === null ? 0 : inForce.amountCents - agreement.amountCents
  const isLow = (money.balanceCents ?? 0) < 0
  return (
    <>
      <dl className={style['money']}>
        <Sum label={t('agreementScreens.amount')} note={added === 0 ? undefined : t('agreementScreens.withAddenda', { amount: shown(added) })}>
          {inForce.amountCents === null ? '–' : shown(inForce.amountCents)}
        </Sum>
        <Sum label={t('budget.planned')}>
          <a href={budget}>{shown(money.plannedCents)}</a>
        </Sum>
        <Sum label={t('budget.spent')}>
          <a href={budget}>{shown(money.spentCents)}</a>
        </Sum>
        <Sum label={t('agreementScreens.balance')} isLow={isLow} note={isLow ? t('agreementScreens.overspent') : undefined}>
          {money.balanceCents === null ? '–' : shown(money.balanceCents)}
        </Sum>
      </dl>
      {money.withoutRate.length > 0 && (
        <Note tone="warn" actions={<a href={budget}>{t('agreementScreens.seeBudget')}</a>}>
          {t('agreementScreens.withoutRate', { names: money.withoutRate.map((code) => t('budget.currencyName', { code })) })}
        </Note>
      )}
    </>
  )
}

function Sum(props: { readonly label: string; readonly isLow?: boolean; readonly note?: string | undefined; readonly children: ReactNode }) {
  return (
    <div data-low={props.isLow === true}>
      <dt>{props.label}</dt>
      <dd>
        {props.isLow === true && <IconAlertTriangle size={17} aria-hidden />}
        {props.children}
      </dd>
      {props.note !== undefined && <dd>{props.note}</dd>}
    </div>
  )
}
