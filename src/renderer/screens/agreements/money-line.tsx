import { formatMoney } from '../../../shared/domain/money.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Figures } from '../../ui/figures.tsx'
import { Note } from '../../ui/note.tsx'
import type { AgreementSeen } from './agreement-page.tsx'

/** The agreement's money in its own currency, each figure a door to the budget. */
export function MoneyLine({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const { money, inForce, agreement } = seen
  const budget = href('outcomes', ['convenios', agreement.id, 'presupuesto'])
  const shown = (cents: number): string => formatMoney(cents, money.currency)
  const added = inForce.amountCents === null || agreement.amountCents === null ? 0 : inForce.amountCents - agreement.amountCents
  return (
    <>
      <Figures
        label={t('agreementScreens.money')}
        figures={[
          { label: t('agreementScreens.amount'), value: inForce.amountCents === null ? '–' : shown(inForce.amountCents), note: added === 0 ? undefined : t('agreementScreens.withAddenda', { amount: shown(added) }) },
          { label: t('budget.planned'), value: shown(money.plannedCents), href: budget },
          { label: t('budget.spent'), value: shown(money.spentCents), href: budget },
          { label: t('agreementScreens.balance'), value: money.balanceCents === null ? '–' : shown(money.balanceCents), note: (money.balanceCents ?? 0) < 0 ? t('agreementScreens.overspent') : undefined },
        ]}
      />
      {money.withoutRate.length > 0 && (
        <Note tone="warn" actions={<a href={budget}>{t('agreementScreens.seeBudget')}</a>}>
          {t('agreementScreens.withoutRate', { names: money.withoutRate.map((code) => t('budget.currencyName', { code })) })}
        </Note>
      )}
    </>
  )
}
