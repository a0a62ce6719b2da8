import { Select, TextInput } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { GroupChoice, RosterGroup } from './draft.ts'
import style from './target.module.css'

const NEW = 'new'
const NONE = 'none'

/** For each part of the list, the group it goes to: one that exists, a new one with its name, or none. */
export function GroupsTable(props: {
  readonly groups: readonly RosterGroup[]
  readonly cohorts: readonly { readonly id: string; readonly name: string; readonly participants: number }[]
  readonly onChoose: (key: string, choice: GroupChoice) => void
}) {
  const t = useText()
  const options = [
    { value: NEW, label: t('wizard.newGroup') },
    ...props.cohorts.map((one) => ({ value: one.id, label: t('wizard.existingGroup', { name: one.name, n: one.participants }) })),
    { value: NONE, label: t('wizard.noGroup') },
  ]
  return (
    <table className={style['groups']}>
      <thead>
        <tr>
          <th scope="col">{t('wizard.inTheList')}</th>
          <th scope="col">{t('wizard.rows')}</th>
          <th scope="col">{t('wizard.goTo')}</th>
          {props.groups.some((one) => one.choice.newName !== null) ? <th scope="col">{t('wizard.groupName')}</th> : <th aria-hidden="true" />}
        </tr>
      </thead>
      <tbody>
        {props.groups.map(({ key, name, rows, choice }) => (
          <tr key={key}>
            <td>{key === '' ? t('wizard.wholeList') : key}</td>
            <td className="tabular">{rows.toLocaleString('es-PE')}</td>
            <td>
              <Select
                aria-label={t('wizard.goToOf', { group: key === '' ? t('wizard.wholeList') : key })}
                data={options}
                value={choice.cohortId ?? (choice.newName === null ? NONE : NEW)}
                onChange={(value) => value !== null && props.onChoose(key, choiceOf(value, name))}
              />
            </td>
            <td>
              {choice.newName !== null && (
                <TextInput
                  aria-label={t('wizard.nameOfNew', { group: key === '' ? t('wizard.wholeList') : key })}
                  value={choice.newName}
                  maxLength={120}
                  onChange={(event) => props.onChoose(key, { cohortId: null, newName: event.currentTarget.value })}
                  onBlur={() => choice.newName?.trim() === '' && props.onChoose(key, { cohortId: null, newName: name })}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function choiceOf(value: string, name: string): GroupChoice {
  if (value === NEW) return { cohortId: null, newName: name }
  return value === NONE ? { cohortId: null, newName: null } : { cohortId: value, newName: null }
}
