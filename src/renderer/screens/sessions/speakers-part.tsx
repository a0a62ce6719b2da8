import { sessionRoles } from '../../../shared/domain/attendance.ts'
import type { SessionRole } from '../../../shared/domain/attendance.ts'
import { useText } from '../../language.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { IconArrowUp, IconX } from '../../ui/icons.ts'
import { PersonField } from '../pickers/person-field.tsx'
import style from './sessions.module.css'

export interface Speaker {
  readonly personId: string
  readonly name: string
  readonly role: SessionRole
}

/** Who speaks in a session and as what, in the order in which papers name them. */
export function SpeakersPart(props: { readonly speakers: readonly Speaker[]; readonly onChange: (speakers: readonly Speaker[]) => void }) {
  const t = useText()
  const { speakers, onChange } = props
  const roles = sessionRoles.map((role) => ({ value: role, label: t('agenda.roleName', { role }) }))
  return (
    <div className={style['speakers']}>
      {speakers.length > 0 && (
        <ol>
          {speakers.map((one, at) => (
            <li key={one.personId}>
              <span title={one.name}>{one.name}</span>
              <SelectField
                label={t('agenda.roleOf', { name: one.name })}
                value={one.role}
                choices={roles}
                onChange={(value) => onChange(speakers.map((other) => (other === one ? { ...one, role: sessionRoles.find((role) => role === value) ?? one.role } : other)))}
              />
              <button type="button" disabled={at === 0} aria-label={t('training.moveUp', { name: one.name })} title={t('training.moveUp', { name: one.name })} onClick={() => onChange(raised(speakers, at))}>
                <IconArrowUp size={15} aria-hidden />
              </button>
              <button type="button" aria-label={t('training.removeNamed', { name: one.name })} title={t('training.removeNamed', { name: one.name })} onClick={() => onChange(speakers.filter((other) => other !== one))}>
                <IconX size={15} aria-hidden />
              </button>
            </li>
          ))}
        </ol>
      )}
      <PersonField
        label={t('agenda.addSpeaker')}
        value={null}
        onChange={(found) => {
          if (found !== null && !speakers.some((one) => one.personId === found.id)) onChange([...speakers, { personId: found.id, name: found.label, role: 'speaker' }])
        }}
      />
    </div>
  )
}

function raised(speakers: readonly Speaker[], at: number): readonly Speaker[] {
  const [one, before] = [speakers[at], speakers[at - 1]]
  return one === undefined || before === undefined ? speakers : speakers.map((other) => (other === before ? one : other === one ? before : other))
}
