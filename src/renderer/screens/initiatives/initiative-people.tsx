import { useState } from 'react'
import { Button } from '@mantine/core'
import { initiativeRoles } from '../../../shared/domain/initiatives.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus, IconX } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import type { Seen } from './initiative-words.tsx'
import style from './initiatives.module.css'

type Wanted = Takes<'initiatives.setPeople'>['people']

/** Authors, advisers and who is in charge: people of the register, or names. */
export function InitiativePeople({ seen }: { readonly seen: Seen }) {
  const t = useText()
  const put = useCommand('initiatives.setPeople', { said: t('initiativeScreens.peopleSaved') })
  const [isAdding, setIsAdding] = useState(false)
  const kept = seen.people.map(({ personId, name, role }) => ({ personId, name, role }))
  const set = async (people: Wanted): Promise<void> => {
    if ((await put.run({ id: seen.initiative.id, people })) !== undefined) setIsAdding(false)
  }
  return (
    <Section
      title={t('initiativeScreens.people')}
      actions={
        isAdding ? undefined : (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('initiativeScreens.addPerson')}
          </Button>
        )
      }
    >
      {seen.people.length === 0 && !isAdding && <p className={style['quiet']}>{t('initiativeScreens.nobody')}</p>}
      <ul className={style['plain']}>
        {seen.people.map((one, at) => (
          <li key={one.id} className={style['taking']}>
            <span>{one.personId === null ? one.shownName : <a href={href('people', [one.personId])}>{one.shownName}</a>}</span>
            <span className={style['quiet']}>{t(`initiativeScreens.role.${one.role}`)}</span>
            <button type="button" className={style['out']} aria-label={t('initiativeScreens.takeOut', { name: one.shownName })} onClick={() => void set(kept.filter((_, index) => index !== at))}>
              <IconX size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {isAdding && <Add running={put.running} onAdd={(one) => void set([...kept, one])} onClose={() => setIsAdding(false)} />}
      <Failure error={put.error} onClose={put.forget} />
    </Section>
  )
}

function Add(props: { readonly running: boolean; readonly onAdd: (one: Wanted[number]) => void; readonly onClose: () => void }) {
  const t = useText()
  const [person, setPerson] = useState<Found | null>(null)
  const [name, setName] = useState('')
  const [role, setRole] = useState<(typeof initiativeRoles)[number]>('author')
  const isNamed = person !== null || name.trim() !== ''
  return (
    <form className={style['inset']} onSubmit={(event) => (event.preventDefault(), isNamed && props.onAdd({ personId: person?.id ?? null, name: person === null ? name : null, role }))}>
      <SelectField label={t('initiativeScreens.as')} value={role} choices={initiativeRoles.map((value) => ({ value, label: t(`initiativeScreens.role.${value}`) }))} onChange={(value) => setRole(initiativeRoles.find((one) => one === value) ?? role)} />
      <Row>
        <PersonField label={t('initiativeScreens.ofRegister')} autoFocus value={person} onChange={setPerson} />
        <TextField label={t('initiativeScreens.orName')} maxLength={200} disabled={person !== null} value={person === null ? name : ''} onChange={setName} />
      </Row>
      <div className={style['acts']}>
        <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" loading={props.running} disabled={!isNamed}>
          {t('initiativeScreens.add')}
        </Button>
      </div>
    </form>
  )
}
