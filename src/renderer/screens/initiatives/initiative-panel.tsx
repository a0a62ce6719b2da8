import { useState } from 'react'
import { Button } from '@mantine/core'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { parseNumber } from '../../../shared/domain/numbers.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPencil, IconTrash } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { currencyChoices } from '../agreements/agreement-words.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { AgreementField } from '../pickers/agreement-field.tsx'
import { DistrictField } from '../pickers/district-field.tsx'
import { NumberField } from '../programmes/number-field.tsx'
import { CohortField } from './cohort-field.tsx'
import { Consultings } from './consultings.tsx'
import { FollowUps } from './follow-ups.tsx'
import { InitiativePeople } from './initiative-people.tsx'
import type { Seen } from './initiative-words.tsx'
import { StageLine } from './stage-line.tsx'
import style from './initiatives.module.css'

/** An initiative beside its list: where it stands, what was looked at, who is in it, what it is. */
export function InitiativePanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('initiatives.get', { id: props.id })
  const today = useQuery('app.about', {}).data?.today
  const remove = useCommand('initiatives.remove', { said: t('initiativeScreens.removed') })
  const seen = asked.data
  const takeOff = async (): Promise<void> => {
    if ((await remove.run({ id: props.id })) !== undefined) props.onClose()
  }
  return (
    <Panel title={seen?.initiative.title ?? t('frame.loading')} subtitle={seen === undefined ? undefined : [t(`initiatives.kind.${seen.initiative.kind}`), seen.initiative.place ?? seen.initiative.districtName, seen.initiative.editionName].filter((one) => one !== null).join(' · ')} width={540} onClose={props.onClose}>
      <Failure error={asked.error} onRetry={asked.reload} />
      {seen !== undefined && today !== undefined && (
        <>
          <StageLine seen={seen} today={today} />
          <FollowUps seen={seen} today={today} />
          <About seen={seen} />
          <InitiativePeople seen={seen} />
          <Consultings seen={seen} today={today} />
          {seen.commitments.length > 0 && (
            <Section title={t('initiativeScreens.commitments')}>
              <ul className={style['plain']}>
                {seen.commitments.map((one) => (
                  <li key={one.commitmentId}>
                    <a href={href('outcomes', ['compromisos', one.commitmentId])}>{one.title}</a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <AttachmentList owner="initiatives" ownerId={props.id} title={t('initiativeScreens.files')} />
          <div>
            <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void takeOff()}>
              {t('initiativeScreens.remove')}
            </Button>
            <Failure error={remove.error} onClose={remove.forget} />
          </div>
        </>
      )}
    </Panel>
  )
}

/** What it is about, to be read; a button opens the fields. */
function About({ seen }: { readonly seen: Seen }) {
  const t = useText()
  const [isMending, setIsMending] = useState(false)
  const { initiative } = seen
  const facts: readonly (readonly [string, string | null])[] = [
    [t('initiatives.problem'), initiative.problem],
    [t('initiatives.proposal'), initiative.proposal],
    [t('initiatives.outcome'), initiative.outcome],
    [t('initiatives.district'), initiative.districtName],
    [t('initiativeScreens.group'), initiative.cohortName],
    [t('initiatives.budget'), initiative.amountCents === null ? null : formatMoney(initiative.amountCents, initiative.currency ?? 'PEN')],
    [t('initiatives.beneficiaries'), initiative.beneficiaries === null ? initiative.beneficiariesNote : [groupedNumber(initiative.beneficiaries), initiative.beneficiariesNote].filter((one) => one !== null).join(', ')],
  ]
  const told = facts.filter(([, value]) => value !== null)
  return (
    <Section
      title={t('initiativeScreens.about')}
      actions={
        <Button variant="subtle" size="compact-sm" leftSection={<IconPencil size={14} aria-hidden />} aria-expanded={isMending} onClick={() => setIsMending(!isMending)}>
          {isMending ? t('initiativeScreens.doneMending') : t('initiativeScreens.mend')}
        </Button>
      }
    >
      {isMending ? (
        <Fields seen={seen} />
      ) : told.length === 0 ? (
        <p className={style['quiet']}>{t('initiativeScreens.nothingTold')}</p>
      ) : (
        <dl className={style['facts']}>
          {told.map(([label, value]) => (
            <div key={label} data-long={(value ?? '').length > 60}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}

function Fields({ seen }: { readonly seen: Seen }) {
  const t = useText()
  const { initiative } = seen
  const update = useCommand('initiatives.update', { quiet: true })
  const agreement = useQuery('agreements.get', { id: initiative.agreementId ?? '' }, { enabled: initiative.agreementId !== null })
  const save = (fields: Takes<'initiatives.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: initiative.id, fields })
  const whole = (typed: string): number | null | undefined => {
    if (typed.trim() === '') return null
    const n = parseNumber(typed)
    return n !== null && Number.isInteger(n) && n >= 0 ? n : undefined
  }
  return (
    <div className={style['form']}>
      <TextField label={t('initiatives.title')} required lines={2} maxLength={300} value={initiative.title} onSave={(title) => save({ title })} />
      <TextField label={t('initiatives.problem')} lines={2} maxLength={4000} value={initiative.problem ?? ''} onSave={(problem) => save({ problem })} />
      <TextField label={t('initiatives.proposal')} lines={2} maxLength={4000} value={initiative.proposal ?? ''} onSave={(proposal) => save({ proposal })} />
      <Row>
        <TextField label={t('initiatives.place')} maxLength={200} value={initiative.place ?? ''} onSave={(place) => save({ place })} />
        <DistrictField label={t('initiatives.district')} value={initiative.districtCode} onSave={(districtCode) => save({ districtCode })} />
      </Row>
      <CohortField label={t('initiativeScreens.group')} value={initiative.cohortId === null ? null : { id: initiative.cohortId, label: initiative.cohortName ?? '' }} onSave={(one) => save({ cohortId: one?.id ?? null, ...(one === null ? {} : { editionId: null }) })} />
      <AgreementField label={t('initiativeScreens.agreement')} value={initiative.agreementId === null ? null : { id: initiative.agreementId, label: agreement.data?.agreement.title ?? '' }} onSave={(one) => save({ agreementId: one?.id ?? null })} />
      <Row>
        <MoneyField label={t('initiatives.budget')} currency={initiative.currency ?? 'PEN'} value={initiative.amountCents} onSave={(amountCents) => save({ amountCents })} />
        <SelectField label={t('budget.currency')} value={initiative.currency ?? 'PEN'} choices={currencyChoices(t, initiative.currency)} onSave={(currency) => save({ currency })} />
      </Row>
      <Row columns={[1, 2]}>
        <NumberField label={t('initiatives.beneficiaries')} maxLength={11} value={initiative.beneficiaries} read={whole} wrong={t('initiativeScreens.notWhole')} onSave={(beneficiaries) => save({ beneficiaries })} />
        <TextField label={t('initiativeScreens.whoBenefits')} maxLength={500} value={initiative.beneficiariesNote ?? ''} onSave={(beneficiariesNote) => save({ beneficiariesNote })} />
      </Row>
      <Row>
        <TextField label={t('initiativeScreens.code')} maxLength={40} value={initiative.code ?? ''} onSave={(code) => save({ code })} />
        <DateField label={t('initiativeScreens.dueOn')} value={initiative.dueOn} onSave={(dueOn) => save({ dueOn })} />
      </Row>
      <TextField label={t('initiatives.outcome')} lines={2} maxLength={4000} value={initiative.outcome ?? ''} onSave={(outcome) => save({ outcome })} />
    </div>
  )
}
