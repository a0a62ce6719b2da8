import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { IconX } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import { EditionField } from '../pickers/edition-field.tsx'
import { NumberField } from '../programmes/number-field.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import { quantityText, readShare } from './agreement-words.tsx'
import style from './agreements.module.css'

type Paid = AgreementSeen['editions'][number]

/** The editions that the agreement pays, how much of each, and who pays the rest. */
export function EditionShares({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const { agreement, editions } = seen
  const set = useCommand('agreements.setEdition', { quiet: true })
  const remove = useCommand('agreements.removeEdition', { said: t('agreementScreens.editionRemoved') })
  return (
    <Card title={t('agreementScreens.editionsPaid')}>
      {editions.length === 0 ? (
        <p className={style['why']}>{t('agreementScreens.noEditions')}</p>
      ) : (
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{t('budget.edition')}</th>
              <th scope="col" data-figure="true">{t('budget.people')}</th>
              <th scope="col" data-figure="true">{t('agreementScreens.sessions')}</th>
              <th scope="col" data-figure="true">{t('agreementScreens.share')}</th>
              <th scope="col" className={style['end']}>
                <span className="unseen">{t('agreementScreens.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {editions.map((one) => (
              <PaidRow key={one.editionId} paid={one} onShare={(sharePercent) => set.runOrThrow({ agreementId: agreement.id, editionId: one.editionId, sharePercent })} onRemove={() => void remove.run({ agreementId: agreement.id, editionId: one.editionId })} />
            ))}
          </tbody>
        </table>
      )}
      <AddEdition seen={seen} />
      <Failure error={remove.error} onClose={remove.forget} />
    </Card>
  )
}

function PaidRow({ paid, onShare, onRemove }: { readonly paid: Paid; readonly onShare: (share: number) => Promise<unknown>; readonly onRemove: () => void }) {
  const t = useText()
  const name = `${paid.programmeName} · ${paid.editionName}`
  return (
    <tr>
      <th scope="row">
        <a href={href('programmes', ['edicion', paid.editionId])}>{name}</a>
        {paid.otherShares.length > 0 && <small>{t('agreementScreens.otherShares', { others: paid.otherShares.map((one) => ({ title: one.title, share: quantityText(one.sharePercent) })) })}</small>}
      </th>
      <td data-figure="true">{paid.participants}</td>
      <td data-figure="true">{paid.sessions}</td>
      <td data-figure="true" className={style['share']}>
        <NumberField label={t('agreementScreens.shareOf', { name })} value={paid.sharePercent} maxLength={6} read={readShare} wrong={t('agreementScreens.badShare')} onSave={onShare} />
      </td>
      <td className={style['end']}>
        <button type="button" className={style['small']} aria-label={t('agreementScreens.removeEdition', { name })} title={t('agreementScreens.removeEdition', { name })} onClick={onRemove}>
          <IconX size={15} aria-hidden />
        </button>
      </td>
    </tr>
  )
}

/** An edition that is chosen is paid by what is left of it: the whole, unless others pay a part. */
function AddEdition({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const set = useCommand('agreements.setEdition', { said: t('agreementScreens.editionAdded') })
  const [left, setLeft] = useState<string>()
  const onChosen = async (one: Found | null): Promise<void> => {
    if (one === null) return
    const isThere = seen.editions.some((edition) => edition.editionId === one.id)
    setLeft(isThere ? t('agreementScreens.editionThere') : undefined)
    if (!isThere) await set.run({ agreementId: seen.agreement.id, editionId: one.id, sharePercent: null })
  }
  return (
    <div>
      <EditionField label={t('agreementScreens.addEdition')} value={null} error={left} onChange={(one) => void onChosen(one)} />
      <Failure error={set.error} onClose={set.forget} />
    </div>
  )
}
