import { formatMoney } from '../../../shared/domain/money.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Card } from '../../ui/screen.tsx'
import { AgreementStateWord } from './agreement-words.tsx'
import style from './agreements.module.css'

/** On an edition's screen: which agreements pay it and how its budget stands, each a door to the whole. */
export function EditionMoney({ editionId }: { readonly editionId: string }) {
  const t = useText()
  const agreements = useQuery('agreements.list', { editionId })
  const budget = useQuery('budget.list', { editionId })
  const soles = budget.data?.sums.find((one) => one.currency === 'PEN')
  const address = href('outcomes', ['convenios', 'edicion', editionId])
  if (agreements.data === undefined || budget.data === undefined) return null
  return (
    <Card title={t('agreementScreens.ofEdition')}>
      {agreements.data.length === 0 ? (
        <p className={style['why']}>
          {t('agreementScreens.noneOfEdition')} <a href={href('outcomes', ['convenios'])}>{t('agreementScreens.seeAgreements')}</a>
        </p>
      ) : (
        <ul className={style['paying']}>
          {agreements.data.map((one) => (
            <li key={one.id}>
              <a href={href('outcomes', ['convenios', one.id])}>{one.title}</a>
              <AgreementStateWord state={one.state} />
            </li>
          ))}
        </ul>
      )}
      <p className={style['budgetLine']}>
        {soles === undefined || budget.data.lines.length === 0 ? t('agreementScreens.noBudget') : t('agreementScreens.budgetStands', { spent: formatMoney(soles.spentCents), planned: formatMoney(soles.plannedCents) })}{' '}
        <a href={address}>{t('agreementScreens.seeBudget')}</a>
      </p>
    </Card>
  )
}
