import { Tabs } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, useRoute } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import { AboutSettings } from './about-settings.tsx'
import { EntitySettings } from './entity-settings.tsx'
import { NumberingSettings } from './numbering-settings.tsx'
import { SealSettings } from './seal-settings.tsx'
import { SignatorySettings } from './signatory-settings.tsx'
import { StatusSettings } from './status-settings.tsx'
import { TraitSettings } from './trait-settings.tsx'

const PARTS = ['entidad', 'firmantes', 'numeracion', 'sello', 'asistencia', 'desagregacion', 'programa'] as const
type Part = (typeof PARTS)[number]

/** What the papers of the office carry: its data, who signs, how numbers are made. Everything saves itself. */
export function SettingsScreen() {
  const t = useText()
  const [first] = useRoute().path
  const part: Part = PARTS.find((one) => one === first) ?? 'entidad'
  const entity = useQuery('entity.get', {})
  const words: Readonly<Record<Part, string>> = {
    entidad: t('settings.entity'),
    firmantes: t('settings.signatories'),
    numeracion: t('settings.numbering'),
    sello: t('trust.sealSettings'),
    asistencia: t('attending.statuses'),
    desagregacion: t('outcomes.traitSettings'),
    programa: t('settings.about'),
  }
  return (
    <Screen title={t('frame.settings')} about={t('settings.savesItself')} crumbs={[{ word: words[part] }]}>
      <Tabs value={part} onChange={(value) => value !== null && go('settings', [value])} keepMounted={false}>
        <Tabs.List>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Failure error={entity.error} onRetry={entity.reload} />
      {entity.data !== undefined && part === 'entidad' && <EntitySettings seen={entity.data} />}
      {entity.data !== undefined && part === 'firmantes' && <SignatorySettings signatories={entity.data.signatories} />}
      {part === 'numeracion' && <NumberingSettings />}
      {part === 'sello' && <SealSettings />}
      {part === 'asistencia' && <StatusSettings />}
      {part === 'desagregacion' && <TraitSettings />}
      {part === 'programa' && <AboutSettings />}
    </Screen>
  )
}
