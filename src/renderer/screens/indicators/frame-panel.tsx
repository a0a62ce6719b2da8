import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Panel, Section } from '../../ui/panel.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import type { FrameSeen } from './frame-rows.ts'
import { AgreementChoice } from './new-frame-panel.tsx'

/** What a matrix is called and for whom it is; each field saves itself. */
export function FramePanel(props: { readonly frame: FrameSeen['frame']; readonly onClose: () => void }) {
  const t = useText()
  const { frame } = props
  const update = useCommand('frames.update', { quiet: true })
  const remove = useCommand('frames.remove', { said: t('indicatorScreens.frameRemoved') })
  const save = (fields: Takes<'frames.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: frame.id, fields })
  const takeOff = async (): Promise<void> => {
    if ((await remove.run({ id: frame.id })) !== undefined) go('outcomes', ['indicadores'])
  }
  return (
    <Panel title={t('indicatorScreens.frameSettings')} subtitle={t('indicatorScreens.saves')} onClose={props.onClose}>
      <Section>
        <TextField label={t('indicatorScreens.frameName')} required autoFocus maxLength={200} value={frame.name} onSave={(name) => save({ name })} />
        <OrganisationField
          label={t('indicatorScreens.funder')}
          description={t('indicatorScreens.funderWhy')}
          kindOfNew="cooperacion-internacional"
          value={frame.organisationId === null ? null : { id: frame.organisationId, label: frame.organisationName ?? '' }}
          onSave={(one) => save({ organisationId: one?.id ?? null })}
        />
        <AgreementChoice value={frame.agreementId} onSave={(agreementId) => save({ agreementId })} />
        <TextField label={t('indicatorScreens.notes')} lines={3} maxLength={2000} value={frame.notes ?? ''} onSave={(notes) => save({ notes })} />
      </Section>
      <div>
        <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void takeOff()}>
          {t('indicatorScreens.removeFrame')}
        </Button>
        <Failure error={remove.error} onClose={remove.forget} />
      </div>
    </Panel>
  )
}
