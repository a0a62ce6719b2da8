import { useState } from 'react'
import { partyRoles } from '../../../shared/domain/agreements.ts'
import type { PartyRole } from '../../../shared/domain/agreements.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconArrowUp, IconX } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import { LogoButton } from '../programmes/logo-button.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import { roleChoices } from './agreement-words.tsx'
import style from './agreements.module.css'

type Party = Omit<AgreementSeen['parties'][number], 'id'>

/** Who signs, in which role, with their logos in the order in which reports show them. */
export function PartiesCard({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const save = useCommand('agreements.setParties', { quiet: true })
  const [said, setSaid] = useState<string>()
  const { parties, agreement } = seen
  const sent = (list: readonly Party[]) => ({ id: agreement.id, parties: list.map(({ organisationId, role, signatory, logoAssetId }) => ({ organisationId, role, signatory, logoAssetId })) })
  const put = (list: readonly Party[]): void => void save.run(sent(list))
  const changed = (party: Party, patch: Partial<Party>): Party[] => parties.map((one) => (one === party ? { ...one, ...patch } : one))
  const onAdd = (role: PartyRole, chosen: Found): void => {
    const isThere = parties.some((one) => one.organisationId === chosen.id && one.role === role)
    setSaid(isThere ? t('agreementScreens.partyThere', { name: chosen.label }) : undefined)
    if (!isThere) put([...parties, { organisationId: chosen.id, organisationName: chosen.label, role, signatory: null, logoAssetId: null }])
  }
  return (
    <Card title={t('agreementScreens.parties')}>
      {parties.length === 0 && <p className={style['why']}>{t('agreementScreens.noParties')}</p>}
      <ol className={style['parties']}>
        {parties.map((party, at) => (
          <PartyLine
            key={`${party.organisationId}${party.role}`}
            party={party}
            onUp={at === 0 ? undefined : () => put(parties.toSpliced(at, 1).toSpliced(at - 1, 0, party))}
            onChange={(patch) => put(changed(party, patch))}
            onSign={(signatory) => save.runOrThrow(sent(changed(party, { signatory: signatory === '' ? null : signatory })))}
            onRemove={() => put(parties.filter((one) => one !== party))}
          />
        ))}
      </ol>
      <AddParty said={said} isFirst={parties.length === 0} onAdd={onAdd} />
      <Failure error={save.error} onClose={save.forget} />
    </Card>
  )
}

function PartyLine(props: {
  readonly party: Party
  readonly onUp: (() => void) | undefined
  readonly onChange: (patch: Partial<Party>) => void
  readonly onSign: (signatory: string) => Promise<unknown>
  readonly onRemove: () => void
}) {
  const t = useText()
  const { party } = props
  const name = party.organisationName
  return (
    <li>
      <LogoButton name={name} assetId={party.logoAssetId} onChange={(logoAssetId) => props.onChange({ logoAssetId })} />
      <span className={style['partyName']}>{name}</span>
      <span className={style['moves']}>
        <button type="button" className={style['small']} disabled={props.onUp === undefined} aria-label={t('training.moveUp', { name })} title={t('training.moveUp', { name })} onClick={props.onUp}>
          <IconArrowUp size={15} aria-hidden />
        </button>
        <button type="button" className={style['small']} aria-label={t('training.removeNamed', { name })} title={t('training.removeNamed', { name })} onClick={props.onRemove}>
          <IconX size={15} aria-hidden />
        </button>
      </span>
      <div className={style['partyFields']}>
        <SelectField label={t('agreementScreens.roleOf', { name })} value={party.role} choices={roleChoices(t)} onChange={(value) => props.onChange({ role: partyRoles.find((one) => one === value) ?? party.role })} />
        <TextField label={t('agreementScreens.signatoryOf', { name })} placeholder={t('agreementScreens.signatory')} value={party.signatory ?? ''} maxLength={200} onSave={props.onSign} />
      </div>
    </li>
  )
}

function AddParty(props: { readonly said: string | undefined; readonly isFirst: boolean; readonly onAdd: (role: PartyRole, chosen: Found) => void }) {
  const t = useText()
  const [role, setRole] = useState<PartyRole>()
  // Whoever pays comes first.
  const shown = role ?? (props.isFirst ? 'funder' : 'executor')
  return (
    <Row columns={[3, 2]}>
      <OrganisationField label={t('agreementScreens.addParty')} value={null} error={props.said} kindOfNew="otro" onChange={(chosen) => chosen !== null && props.onAdd(shown, chosen)} />
      <SelectField label={t('agreementScreens.role')} value={shown} choices={roleChoices(t)} onChange={(value) => setRole(partyRoles.find((one) => one === value))} />
    </Row>
  )
}
