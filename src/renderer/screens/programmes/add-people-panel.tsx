import { useState } from 'react'
import { Button } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { enrolmentRoles } from '../../../shared/domain/training.ts'
import type { EnrolmentRole } from '../../../shared/domain/training.ts'
import { useApi, useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { IconCheck, IconPlus } from '../../ui/icons.ts'
import { Panel, Section } from '../../ui/panel.tsx'
import { NewPerson } from '../people/new-person.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import { roleChoices } from './choices.ts'
import type { Enrolled } from './cohort-screen.tsx'
import style from './programmes.module.css'

/** Enrols one person after another: found among those known, or made here. */
export function AddPeoplePanel(props: { readonly cohortId: string; readonly enrolled: readonly Enrolled[]; readonly onClose: () => void }) {
  const t = useText()
  const api = useApi()
  const [role, setRole] = useState<EnrolmentRole>('participant')
  const [isMaking, setMaking] = useState(false)
  const [added, setAdded] = useState<readonly string[]>([])
  const add = useCommand('enrolments.add', { quiet: true })
  const enrol = async (person: Found): Promise<void> => {
    const done = await add.run({ cohortId: props.cohortId, personIds: [person.id], role })
    if (done?.added === 0) api.activity.say({ tone: 'warn', text: t('training.alreadyThere', { name: person.label }) })
    if (done !== undefined) setAdded((old) => [person.id, ...old.filter((one) => one !== person.id)])
  }
  if (isMaking) {
    return (
      <NewPerson
        onClose={() => setMaking(false)}
        onMade={(id) => {
          setMaking(false)
          void enrol({ id, label: '' })
        }}
      />
    )
  }
  const rows = added.map((id) => props.enrolled.find((one) => one.personId === id)).filter((row) => row !== undefined)
  return (
    <Panel title={t('training.addPeople')} width={400} onClose={props.onClose}>
      <div className={style['form']}>
        <SelectField label={t('training.enrolAs')} value={role} choices={roleChoices(t)} onChange={(value) => setRole(enrolmentRoles.find((one) => one === value) ?? role)} />
        <PersonField label={t('training.findPerson')} description={t('training.findPersonWhy')} value={null} autoFocus onChange={(person) => person !== null && void enrol(person)} />
        <div>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('training.newPerson')}
          </Button>
        </div>
        <Failure error={add.error} onClose={add.forget} />
      </div>
      {rows.length > 0 && (
        <Section title={t('training.justAdded')}>
          <ul className={style['added']} aria-live="polite">
            {rows.map((row) => (
              <li key={row.id}>
                <IconCheck size={15} aria-hidden />
                {displayName(row)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Panel>
  )
}
