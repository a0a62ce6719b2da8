import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import style from './designs.module.css'

/** From what the new design begins: a model, a design, or (null) a blank page. */
export interface Start {
  readonly from: Takes<'designs.create'>['from']
  readonly name: string
}

type Kind = NonNullable<Takes<'designs.create'>['paperKind']>
type Role = NonNullable<Takes<'designs.create'>['role']>
const ROLES = ['participant', 'speaker', 'facilitator', 'organiser'] as const satisfies readonly Role[]

/** A name and what it is for; then the page opens. */
export function NewDesignPanel(props: { readonly start: Start; readonly models: Gives<'designs.list'>['models']; readonly onClose: () => void }) {
  const t = useText()
  const { start } = props
  const model = props.models.find((one) => one.model === start.from)
  const [name, setName] = useState(start.name)
  const [from, setFrom] = useState(start.from)
  const [kind, setKind] = useState<Kind | null>(model?.paperKind ?? null)
  const [role, setRole] = useState<Role | null>(model?.role ?? null)
  const create = useCommand('designs.create', { quiet: true })
  const isReady = name.trim() !== ''
  const make = async (): Promise<void> => {
    const made = await create.run({ name, from, paperKind: kind, role })
    if (made !== undefined) go('certificates', ['disenos', made.id])
  }
  return (
    <Panel
      title={t('paperDesigns.new')}
      onClose={props.onClose}
      actions={
        <Button type="submit" form="new-design" variant="filled" disabled={!isReady} loading={create.running}>
          {t('paperDesigns.make')}
        </Button>
      }
    >
      <form id="new-design" className={style['form']} onSubmit={(event) => (event.preventDefault(), isReady && void make())}>
        <TextField label={t('paperDesigns.name')} value={name} autoFocus onChange={setName} />
        {(start.from === null || model !== undefined) && (
          <SelectField
            label={t('paperDesigns.from')}
            value={from ?? 'blank'}
            choices={[{ value: 'blank', label: t('paperDesigns.blank') }, ...props.models.map((one) => ({ value: one.model, label: one.name }))]}
            onChange={(value) => setFrom(value === null || value === 'blank' ? null : (value as Start['from']))}
          />
        )}
        <SelectField
          label={t('paperDesigns.forKind')}
          value={kind ?? 'any'}
          choices={[{ value: 'any', label: t('paperDesigns.anyKind') }, ...(['certificado', 'constancia'] as const).map((one) => ({ value: one, label: t('paper.heading', { kind: one }) }))]}
          onChange={(value) => setKind(value === 'certificado' || value === 'constancia' ? value : null)}
        />
        <SelectField
          label={t('paperDesigns.forRole')}
          value={role ?? 'any'}
          choices={[{ value: 'any', label: t('paperDesigns.anyRole') }, ...ROLES.map((one) => ({ value: one, label: t('lists.roleName', { role: one }) }))]}
          onChange={(value) => setRole(ROLES.find((one) => one === value) ?? null)}
        />
        <Failure error={create.error} onClose={create.forget} />
      </form>
    </Panel>
  )
}
