import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { registerFieldKinds } from '../../../shared/domain/registers.ts'
import type { RegisterField } from '../../../shared/domain/registers.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import type { Register } from './register-page.tsx'
import style from './registers.module.css'

/** What a register is called and what it asks of each row; a new one, or one that has rows already. */
export function RegisterDesign({ register }: { readonly register: Register | null }) {
  const t = useText()
  const create = useCommand('resultRegisters.create', { said: t('registerScreens.made') })
  const update = useCommand('resultRegisters.update', { said: t('registerScreens.saved') })
  const remove = useCommand('resultRegisters.remove', { said: t('registerScreens.removed') })
  const [words, setWords] = useState({ name: register?.name ?? '', rowName: register?.rowName ?? '', description: register?.description ?? '' })
  const [fields, setFields] = useState<readonly RegisterField[]>(register?.fields ?? [])
  const error = create.error ?? update.error
  const send = async (): Promise<void> => {
    const whole = { ...words, fields: fields.map((field) => ({ ...field, options: field.options.map((option) => option.trim()).filter((option) => option !== '') })) }
    const saved = register === null ? await create.run(whole) : await update.run({ id: register.id, fields: whole })
    if (saved !== undefined) go('outcomes', ['registros', saved.id])
  }
  const takeOff = async (): Promise<void> => {
    if (register !== null && (await remove.run({ id: register.id })) !== undefined) go('outcomes', ['registros'])
  }
  const put = (id: string, patch: Partial<RegisterField>): void => setFields((old) => old.map((one) => (one.id === id ? { ...one, ...patch } : one)))
  const title = register === null ? t('registerScreens.new') : t('registerScreens.fieldsOf', { name: register.name })
  return (
    <Screen title={title} tabs={<OutcomeTabs at="registros" />} crumbs={[{ word: t('outcomes.tabRegisters'), href: href('outcomes', ['registros']) }, ...(register === null ? [] : [{ word: register.name, href: href('outcomes', ['registros', register.id]) }]), { word: register === null ? t('registerScreens.new') : t('registerScreens.fields') }]}>
      <form className={style['design']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <Card title={t('registerScreens.what')}>
          <div className={style['form']}>
            <Row>
              <TextField label={t('registerScreens.name')} description={t('registerScreens.nameWhy')} required autoFocus={register === null} maxLength={150} value={words.name} error={error?.fields?.['name'] ?? error?.fields?.['fields.name']} onChange={(name) => setWords({ ...words, name })} />
              <TextField label={t('registerScreens.rowName')} description={t('registerScreens.rowNameWhy')} required maxLength={80} value={words.rowName} error={error?.fields?.['rowName'] ?? error?.fields?.['fields.rowName']} onChange={(rowName) => setWords({ ...words, rowName })} />
            </Row>
            <TextField label={t('registerScreens.description')} lines={2} maxLength={1000} value={words.description} onChange={(description) => setWords({ ...words, description })} />
          </div>
        </Card>
        <Card title={t('registerScreens.fields')}>
          <p className={style['quiet']}>{t('registerScreens.always')}</p>
          <ol className={style['fields']}>
            {fields.map((field, at) => (
              <FieldLine key={field.id} field={field} at={at} last={fields.length - 1} onPut={(patch) => put(field.id, patch)} onRemove={() => setFields(fields.filter((one) => one.id !== field.id))} onMove={(by) => setFields(moved(fields, at, by))} />
            ))}
          </ol>
          <div>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setFields([...fields, { id: crypto.randomUUID(), label: '', kind: 'text', options: [], isRequired: false }])}>
              {t('registerScreens.addField')}
            </Button>
          </div>
        </Card>
        <Failure error={error?.code === 'invalid' && fields.every((field) => field.label.trim() !== '') && words.name !== '' && words.rowName !== '' ? undefined : error} onClose={() => (create.forget(), update.forget())} />
        <Failure error={remove.error} onClose={remove.forget} />
        <div className={style['ends']}>
          {register === null ? (
            <span />
          ) : (
            <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void takeOff()}>
              {t('registerScreens.remove')}
            </Button>
          )}
          <span className={style['acts']}>
            <Button component="a" href={href('outcomes', register === null ? ['registros'] : ['registros', register.id])}>
              {t('frame.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={create.running || update.running}>
              {register === null ? t('registerScreens.create') : t('registerScreens.save')}
            </Button>
          </span>
        </div>
      </form>
    </Screen>
  )
}

function moved(fields: readonly RegisterField[], at: number, by: number): RegisterField[] {
  const rest = fields.filter((_, index) => index !== at)
  const one = fields[at]
  return one === undefined ? [...fields] : rest.toSpliced(at + by, 0, one)
}

function FieldLine(props: { readonly field: RegisterField; readonly at: number; readonly last: number; readonly onPut: (patch: Partial<RegisterField>) => void; readonly onRemove: () => void; readonly onMove: (by: number) => void }) {
  const t = useText()
  const { field, at, last, onPut } = props
  const name = field.label === '' ? t('registerScreens.nth', { n: at + 1 }) : field.label
  return (
    <li>
      <div className={style['fieldLine']}>
        <TextField label={t('registerScreens.label')} required autoFocus={field.label === ''} maxLength={120} value={field.label} onChange={(label) => onPut({ label })} />
        <SelectField label={t('registerScreens.kind')} value={field.kind} choices={registerFieldKinds.map((value) => ({ value, label: t(`registerScreens.kind.${value}`) }))} onChange={(value) => onPut({ kind: registerFieldKinds.find((one) => one === value) ?? field.kind })} />
        <Checkbox label={t('registerScreens.required')} checked={field.isRequired} onChange={(event) => onPut({ isRequired: event.currentTarget.checked })} />
        <span className={style['fieldActs']}>
          <button type="button" aria-label={t('registerScreens.up', { name })} disabled={at === 0} onClick={() => props.onMove(-1)}>
            <IconArrowUp size={16} aria-hidden />
          </button>
          <button type="button" aria-label={t('registerScreens.down', { name })} disabled={at === last} onClick={() => props.onMove(1)}>
            <IconArrowDown size={16} aria-hidden />
          </button>
          <button type="button" aria-label={t('registerScreens.removeField', { name })} onClick={props.onRemove}>
            <IconTrash size={16} aria-hidden />
          </button>
        </span>
      </div>
      {field.kind === 'choice' && <TextField label={t('registerScreens.options')} description={t('registerScreens.optionsWhy')} required lines={3} maxLength={4000} value={field.options.join('\n')} onChange={(typed) => onPut({ options: typed.split('\n') })} />}
    </li>
  )
}
