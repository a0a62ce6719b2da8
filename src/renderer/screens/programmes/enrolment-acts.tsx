import { Button, Menu } from '@mantine/core'
import { enrolmentRoles } from '../../../shared/domain/training.ts'
import type { EnrolmentRole, EnrolmentState } from '../../../shared/domain/training.ts'
import { useApi, useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { IconCertificate, IconChevronDown, IconTrash } from '../../ui/icons.ts'
import { issueChosen } from '../certificates/chosen-enrolments.ts'
import { useMarkState } from './use-mark-state.ts'

const MARKS = ['approved', 'completed', 'withdrawn', 'enrolled'] as const satisfies readonly EnrolmentState[]

/** What can be done with the enrolments that are chosen. All of it can be taken back. */
export function EnrolmentActs(props: { readonly cohortId: string; readonly ids: readonly string[]; readonly onDone: () => void }) {
  const t = useText()
  const api = useApi()
  const mark = useMarkState()
  const update = useCommand('enrolments.update', { said: t('training.roleChanged') })
  const remove = useCommand('enrolments.remove', { said: t('training.removed', { n: props.ids.length }) })
  const ids = [...props.ids]
  const tell = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
      props.onDone()
    } catch (thrown) {
      api.activity.say({ tone: 'bad', text: thrown instanceof Error ? thrown.message : '' })
    }
  }
  const onRole = (role: EnrolmentRole): void => void tell(update.runOrThrow({ ids, role }))
  return (
    <>
      {MARKS.map((state) => (
        <Button key={state} size="compact-sm" onClick={() => void tell(mark(ids, state))}>
          {t('training.markAs', { state })}
        </Button>
      ))}
      <Menu position="top-start">
        <Menu.Target>
          <Button size="compact-sm" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('training.changeRole')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {enrolmentRoles.map((role) => (
            <Menu.Item key={role} onClick={() => onRole(role)}>
              {t('lists.roleName', { role })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-sm" leftSection={<IconCertificate size={15} aria-hidden />} onClick={() => issueChosen({ cohortId: props.cohortId }, ids)}>
        {t('training.issueChosen')}
      </Button>
      <Button size="compact-sm" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void tell(remove.runOrThrow({ ids }))}>
        {t('training.remove')}
      </Button>
    </>
  )
}
