import { useState } from 'react'
import { Button } from '@mantine/core'
import { planKinds } from '../../../shared/domain/commitments.ts'
import { useCommand } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Panel, Row } from '../../ui/panel.tsx'
import style from './commitments.module.css'

type Plan = Gives<'commitments.list'>[number]
type Fields = Takes<'commitments.savePlan'>['fields']

/** A plan beside the list, saved field by field; without one, a new plan. */
export function PlanPanel(props: { readonly plan: Plan | undefined; readonly onClose: () => void }) {
  return props.plan === undefined ? <NewPlan onClose={props.onClose} /> : <KnownPlan plan={props.plan} onClose={props.onClose} />
}

function KnownPlan({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const t = useText()
  const save = useCommand('commitments.savePlan', { quiet: true })
  const remove = useCommand('commitments.removePlan', { said: t('commitmentScreens.planRemoved') })
  const { id, commitments, ...fields } = plan
  const put = (change: Partial<Fields>): Promise<unknown> => save.runOrThrow({ id, fields: { ...fields, ...change } })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) onClose()
  }
  return (
    <Panel title={plan.name} subtitle={t('commitmentScreens.saves')} onClose={onClose}>
      <TextField label={t('commitmentScreens.planName')} required autoFocus maxLength={200} value={plan.name} onSave={(name) => put({ name })} />
      <KindField value={plan.kind} onSave={(kind) => put({ kind })} />
      <Row>
        <DateField label={t('commitments.startsOn')} value={plan.startsOn} onSave={(startsOn) => put({ startsOn })} />
        <DateField label={t('commitments.endsOn')} value={plan.endsOn} onSave={(endsOn) => put({ endsOn })} />
      </Row>
      <TextField label={t('commitmentScreens.notes')} lines={4} maxLength={2000} value={plan.notes ?? ''} onSave={(notes) => put({ notes })} />
      <Failure error={remove.error} onClose={remove.forget} />
      {commitments.length === 0 && (
        <div>
          <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
            {t('commitmentScreens.removePlan')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function KindField(props: { readonly value: Fields['kind']; readonly onSave?: (kind: Fields['kind']) => Promise<unknown>; readonly onChange?: (kind: Fields['kind']) => void }) {
  const t = useText()
  const { onSave, onChange } = props
  const read = (value: string | null): Fields['kind'] => planKinds.find((kind) => kind === value) ?? 'ogp'
  return (
    <SelectField
      label={t('commitmentScreens.planKindLabel')}
      value={props.value}
      choices={planKinds.map((kind) => ({ value: kind, label: t(`commitmentScreens.planKind.${kind}`) }))}
      onSave={onSave && ((value) => onSave(read(value)))}
      onChange={onChange && ((value) => onChange(read(value)))}
    />
  )
}

function NewPlan(props: { readonly onClose: () => void }) {
  const t = useText()
  const [fields, setFields] = useState<Fields>({ name: '', kind: 'ogp', startsOn: null, endsOn: null, notes: null })
  const save = useCommand('commitments.savePlan', { said: t('commitmentScreens.planMade') })
  const put = (change: Partial<Fields>): void => setFields((old) => ({ ...old, ...change }))
  const send = async (): Promise<void> => {
    const made = await save.run({ id: null, fields })
    if (made !== undefined) go('outcomes', ['compromisos', 'nuevo'], { plan: made.id })
  }
  return (
    <Panel title={t('commitmentScreens.newPlan')} subtitle={t('commitmentScreens.newPlanWhy')} onClose={props.onClose}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label={t('commitmentScreens.planName')} placeholder={t('commitmentScreens.planExample')} required autoFocus maxLength={200} value={fields.name} error={save.error?.fields?.['fields.name']} onChange={(name) => put({ name })} />
        <KindField value={fields.kind} onChange={(kind) => put({ kind })} />
        <Row>
          <DateField label={t('commitments.startsOn')} value={fields.startsOn} onChange={(startsOn) => put({ startsOn })} />
          <DateField label={t('commitments.endsOn')} value={fields.endsOn} onChange={(endsOn) => put({ endsOn })} />
        </Row>
        <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
        <div className={style['acts']}>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.running}>
            {t('commitmentScreens.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
