import { Button } from '@mantine/core'
import { areas, disabilityAnswers, traitNeedsConsent } from '../../../shared/domain/traits.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconDoorExit } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import style from './people.module.css'

type Traits = Gives<'traits.get'>
type Settings = Gives<'traits.settings'>
type Fields = Takes<'traits.save'>['fields']

/** What a person told of herself, with her consent; nothing is shown while the office keeps none of it. */
export function PersonTraits({ personId }: { readonly personId: string }) {
  const settings = useQuery('traits.settings', {}).data
  if (settings === undefined || settings.kept.length === 0) return null
  return <Kept personId={personId} settings={settings} />
}

function Kept({ personId, settings }: { readonly personId: string; readonly settings: Settings }) {
  const t = useText()
  const asked = useQuery('traits.get', { personId })
  const saving = useCommand('traits.save', { quiet: true })
  const withdraw = useCommand('traits.withdraw', { said: t('traitScreens.withdrawn') })
  const traits = asked.data
  const save = (fields: Fields): Promise<unknown> => saving.runOrThrow({ personId, fields })
  const asksConsent = settings.kept.some(traitNeedsConsent)
  return (
    <Section title={t('traitScreens.ofPerson')}>
      {settings.purpose !== null && <p className={style['soft']}>{settings.purpose}</p>}
      <Failure error={asked.error} onRetry={asked.reload} />
      {traits !== undefined && (
        <>
          {asksConsent && (
            <>
              <Row columns={[2, 3]}>
                <DateField label={t('traitScreens.consentOn')} value={traits.consentOn} onSave={(consentOn) => save({ consentOn })} />
                <TextField label={t('traitScreens.consentMeans')} placeholder={t('traitScreens.consentMeansHint')} maxLength={200} value={traits.consentMeans ?? ''} onSave={(consentMeans) => save({ consentMeans })} />
              </Row>
              {!hasConsent(traits) && <p className={style['soft']}>{t('traitScreens.consentFirst')}</p>}
            </>
          )}
          <Answers traits={traits} settings={settings} onSave={save} />
          {asksConsent && traits.id !== null && <AttachmentList owner="personTraits" ownerId={traits.id} title={t('traitScreens.consentPaper')} />}
          {traits.consentOn !== null && (
            <div>
              <Button variant="subtle" leftSection={<IconDoorExit size={16} aria-hidden />} loading={withdraw.running} onClick={() => void withdraw.run({ personId })}>
                {t('traitScreens.withdraw')}
              </Button>
              <p className={style['soft']}>{t('traitScreens.withdrawWhy')}</p>
            </div>
          )}
          <Failure error={withdraw.error} onClose={withdraw.forget} />
        </>
      )}
    </Section>
  )
}

const hasConsent = (traits: Traits): boolean => traits.consentOn !== null && traits.consentMeans !== null

/** Answers of the census that ask which people. */
const ASKS_WHICH: readonly (string | null)[] = ['amazonia', 'otro-pueblo']

function Answers(props: { readonly traits: Traits; readonly settings: Settings; readonly onSave: (fields: Fields) => Promise<unknown> }) {
  const t = useText()
  const { traits, settings, onSave } = props
  const { kept } = settings
  const disabled = !hasConsent(traits)
  const named = (choices: readonly { readonly code: string; readonly name: string }[]) => choices.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      {kept.includes('ethnicity') && (
        <>
          <SelectField label={t('traitScreens.kind.ethnicity')} canBeEmpty disabled={disabled} value={traits.ethnicity} choices={named(settings.ethnicities)} onSave={(ethnicity) => onSave({ ethnicity, ...(ASKS_WHICH.includes(ethnicity) ? {} : { indigenousPeople: null }) })} />
          {(ASKS_WHICH.includes(traits.ethnicity) || traits.indigenousPeople !== null) && (
            <TextField label={t('traitScreens.indigenousPeople')} disabled={disabled} maxLength={80} value={traits.indigenousPeople ?? ''} onSave={(indigenousPeople) => onSave({ indigenousPeople })} />
          )}
        </>
      )}
      {kept.includes('language') && <SelectField label={t('traitScreens.kind.language')} canBeEmpty disabled={disabled} value={traits.language} choices={named(settings.languages)} onSave={(language) => onSave({ language })} />}
      {kept.includes('disability') && (
        <Row columns={traits.disability === 'yes' ? [1, 2] : [1]}>
          <SelectField
            label={t('traitScreens.kind.disability')}
            canBeEmpty
            disabled={disabled}
            value={traits.disability}
            choices={disabilityAnswers.map((value) => ({ value, label: t(`traitScreens.disability.${value}`) }))}
            onSave={(value) => onSave({ disability: disabilityAnswers.find((one) => one === value) ?? null, ...(value === 'yes' ? {} : { disabilityKind: null }) })}
          />
          {traits.disability === 'yes' && <TextField label={t('traitScreens.disabilityKind')} disabled={disabled} maxLength={120} value={traits.disabilityKind ?? ''} onSave={(disabilityKind) => onSave({ disabilityKind })} />}
        </Row>
      )}
      {kept.includes('area') && <SelectField label={t('traitScreens.kind.area')} canBeEmpty value={traits.area} choices={areas.map((value) => ({ value, label: t(`traitScreens.area.${value}`) }))} onSave={(value) => onSave({ area: areas.find((one) => one === value) ?? null })} />}
    </>
  )
}
