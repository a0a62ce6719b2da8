import { useState } from 'react'
import { Button } from '@mantine/core'
import { actorKinds } from '../../../shared/domain/commitments.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Panel } from '../../ui/panel.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

type Actor = Takes<'commitments.setActors'>['actors'][number]

const EMPTY: Actor = { kind: 'government', organisationId: null, name: null, unit: null, personId: null, personName: null, personPost: null }

/** One actor: the institution, its area, and who is in charge there. Kept as a whole: it changes with the button. */
export function ActorPanel({ seen, actorId, onClose }: { readonly seen: CommitmentSeen; readonly actorId: string; readonly onClose: () => void }) {
  const t = useText()
  const at = seen.actors.findIndex((one) => one.id === actorId)
  const known = seen.actors[at]
  const [organisation, setOrganisation] = useState(known === undefined || known.organisationId === null ? null : { id: known.organisationId, label: known.organisationName ?? '' })
  const [actor, setActor] = useState<Actor>(known === undefined ? EMPTY : { kind: known.kind, organisationId: known.organisationId, name: known.name, unit: known.unit, personId: known.personId, personName: known.personName, personPost: known.personPost })
  const save = useCommand('commitments.setActors', { said: t('commitmentScreens.actorsKept') })
  const put = (change: Partial<Actor>): void => setActor((old) => ({ ...old, ...change }))
  const all = seen.actors.map(({ id: _id, organisationName: _name, ...one }): Actor => one)
  const send = async (actors: readonly Actor[]): Promise<void> => {
    if ((await save.run({ id: seen.commitment.id, actors: [...actors] })) !== undefined) onClose()
  }
  return (
    <Panel title={known === undefined ? t('commitmentScreens.newActor') : (known.organisationName ?? known.name ?? known.unit ?? known.personName ?? '')} subtitle={t('commitmentScreens.actorWhy')} width={430} onClose={onClose}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send(known === undefined ? [...all, actor] : all.map((one, index) => (index === at ? actor : one)))
        }}
      >
        <SelectField label={t('commitmentScreens.actorKind')} value={actor.kind} choices={actorKinds.map((kind) => ({ value: kind, label: t(`commitments.actorKind.${kind}`) }))} onChange={(value) => put({ kind: actorKinds.find((kind) => kind === value) ?? actor.kind })} />
        <OrganisationField label={t('commitmentScreens.organisation')} autoFocus={known === undefined} value={organisation} kindOfNew="otro" onChange={(chosen) => (setOrganisation(chosen === null ? null : { id: chosen.id, label: chosen.label }), put({ organisationId: chosen?.id ?? null }))} />
        <TextField label={t('commitmentScreens.unit')} maxLength={200} value={actor.unit ?? ''} onChange={(unit) => put({ unit })} />
        <TextField label={t('commitmentScreens.personName')} maxLength={200} value={actor.personName ?? ''} onChange={(personName) => put({ personName })} />
        <TextField label={t('commitmentScreens.post')} maxLength={200} value={actor.personPost ?? ''} onChange={(personPost) => put({ personPost })} />
        <Failure error={save.error} onClose={save.forget} />
        <div className={style['acts']}>
          {known !== undefined && (
            <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={save.running} onClick={() => void send(all.filter((_, index) => index !== at))}>
              {t('commitmentScreens.removeActor')}
            </Button>
          )}
          <Button type="submit" variant="filled" loading={save.running}>
            {t('commitmentScreens.keep')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
