import { Checkbox } from '@mantine/core'
import { traitKinds, traitNeedsConsent } from '../../../shared/domain/traits.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Card } from '../../ui/screen.tsx'
import { AgeGroups } from './age-groups.tsx'
import { TraitList } from './trait-list.tsx'
import style from './trait-settings.module.css'

export type TraitSettingsSeen = Gives<'traits.settings'>

/** What the office keeps of people's own words so that figures can be broken down; nothing until it is turned on. */
export function TraitSettings() {
  const t = useText()
  const settings = useQuery('traits.settings', {})
  const coverage = useQuery('traits.coverage', {})
  const save = useCommand('traits.saveSettings', { quiet: true })
  const seen = settings.data
  const turn = (kind: (typeof traitKinds)[number], isOn: boolean): void => {
    if (seen !== undefined) void save.run({ kept: traitKinds.filter((one) => (one === kind ? isOn : seen.kept.includes(one))) })
  }
  return (
    <>
      <p className={style['why']}>{t('traitScreens.why')}</p>
      <Failure error={settings.error ?? coverage.error} onRetry={settings.reload} />
      {seen !== undefined && (
        <div className={style['columns']}>
          <div className={style['stack']}>
            <Card title={t('traitScreens.kept')}>
              <ul className={style['kinds']}>
                {traitKinds.map((kind) => (
                  <li key={kind}>
                    <Checkbox
                      label={t(`traitScreens.kind.${kind}`)}
                      description={traitNeedsConsent(kind) ? t('traitScreens.sensitive') : t('traitScreens.notSensitive')}
                      checked={seen.kept.includes(kind)}
                      onChange={(event) => turn(kind, event.currentTarget.checked)}
                    />
                    {coverage.data !== undefined && <span className={style['soft']}>{t('traitScreens.coverage', { n: coverage.data.known.find((one) => one.kind === kind)?.count ?? 0, people: coverage.data.people })}</span>}
                  </li>
                ))}
              </ul>
              <Failure error={save.error} onClose={save.forget} />
              <p className={style['soft']}>{t('traitScreens.offWhy')}</p>
              <TextField label={t('traitScreens.purpose')} description={t('traitScreens.purposeWhy')} lines={3} maxLength={1000} value={seen.purpose ?? ''} onSave={(purpose) => save.runOrThrow({ purpose })} />
            </Card>
            <AgeGroups bounds={seen.ageBounds} onSave={(ageBounds) => save.runOrThrow({ ageBounds })} />
          </div>
          <div className={style['stack']}>
            <TraitList title={t('traitScreens.kind.ethnicity')} add={t('traitScreens.addEthnicity')} choices={seen.ethnicities} onSave={(ethnicities) => save.runOrThrow({ ethnicities })} />
            <TraitList title={t('traitScreens.kind.language')} add={t('traitScreens.addLanguage')} choices={seen.languages} onSave={(languages) => save.runOrThrow({ languages })} />
          </div>
        </div>
      )}
    </>
  )
}
