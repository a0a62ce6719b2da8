import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Programme } from './tree-lines.ts'

/** The programme's own data, saved field by field. */
export function ProgrammePanel(props: { readonly programme: Programme; readonly onClose: () => void }) {
  const t = useText()
  const { programme } = props
  const update = useCommand('programmes.update', { quiet: true })
  const remove = useCommand('programmes.remove', { said: t('training.programmeRemoved') })
  const put = (fields: Takes<'programmes.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: programme.id, fields })
  return (
    <Panel
      title={programme.name}
      subtitle={t('training.programmeSaves')}
      onClose={props.onClose}
      actions={
        programme.editions.length > 0 ? undefined : (
          <Button variant="subtle" loading={remove.running} onClick={() => void remove.run({ id: programme.id }).then((done) => done !== undefined && props.onClose())}>
            {t('training.removeProgramme')}
          </Button>
        )
      }
    >
      <TextField label={t('training.programmeName')} value={programme.name} maxLength={250} required autoFocus onSave={(name) => put({ name })} />
      <TextField label={t('training.programmeShort')} description={t('training.programmeShortWhy')} value={programme.shortName ?? ''} maxLength={60} onSave={(shortName) => put({ shortName })} />
      <TextField label={t('training.programmeAbout')} value={programme.description ?? ''} lines={5} maxLength={4000} onSave={(description) => put({ description })} />
      <Failure error={remove.error} onClose={remove.forget} />
    </Panel>
  )
}
