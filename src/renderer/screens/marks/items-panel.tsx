import { useState } from 'react'
import { Button } from '@mantine/core'
import { markKinds } from '../../../shared/domain/marks.ts'
import type { MarkKind } from '../../../shared/domain/marks.ts'
import { parseNumber } from '../../../shared/domain/numbers.ts'
import { AppError } from '../../../shared/rpc/errors.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import style from './items-panel.module.css'
import type { MarksGrid } from './use-marks.ts'

type Item = MarksGrid['items'][number]
type Requirement = MarksGrid['requirements'][number]

/** What the course marks and asks for: it holds for all groups of the edition. */
export function ItemsPanel(props: { readonly editionId: string; readonly editionName: string; readonly items: readonly Item[]; readonly requirements: readonly Requirement[]; readonly onClose: () => void }) {
  const t = useText()
  const { editionId, items, requirements } = props
  const order = useCommand('marks.orderItems', { quiet: true })
  const move = (at: number, by: 1 | -1): void => {
    const ids = items.map((one) => one.id)
    const [id] = ids.splice(at, 1)
    if (id !== undefined) ids.splice(at + by, 0, id)
    void order.run({ editionId, ids })
  }
  const isLarge = items.length === 0
  return (
    <Panel title={t('grading.items')} subtitle={t('grading.itemsOf', { edition: props.editionName })} width={420} onClose={props.onClose}>
      <Section title={t('grading.marked')}>
        <ul className={style['items']}>
          {items.map((item, at) => (
            <ItemCard key={item.id} editionId={editionId} item={item} onUp={at === 0 ? undefined : () => move(at, -1)} onDown={at === items.length - 1 ? undefined : () => move(at, 1)} />
          ))}
        </ul>
        <Failure error={order.error} onClose={order.forget} />
        <NewItem editionId={editionId} autoFocus={isLarge} />
      </Section>
      <Section title={t('grading.requirements')}>
        <p className={style['why']}>{t('grading.requirementsWhy')}</p>
        <ul className={style['items']}>
          {requirements.map((one) => (
            <RequirementCard key={one.id} editionId={editionId} requirement={one} />
          ))}
        </ul>
        <NewRequirement editionId={editionId} />
      </Section>
    </Panel>
  )
}

function useKinds() {
  const t = useText()
  return markKinds.map((kind) => ({ value: kind as string, label: t('grading.kind', { kind }) }))
}

function kindOf(value: string | null): MarkKind {
  return markKinds.find((one) => one === value) ?? 'work'
}

function ItemCard(props: { readonly editionId: string; readonly item: Item; readonly onUp: (() => void) | undefined; readonly onDown: (() => void) | undefined }) {
  const t = useText()
  const { item, editionId } = props
  const save = useCommand('marks.saveItem', { quiet: true })
  const remove = useCommand('marks.removeItem')
  const { id, ...fields } = item
  const put = (change: Partial<typeof fields>): Promise<unknown> => save.runOrThrow({ editionId, id, fields: { ...fields, ...change } })
  const number = (typed: string, change: (value: number) => Partial<typeof fields>): Promise<unknown> => {
    const value = parseNumber(typed)
    return value === null || value < 0 ? Promise.reject(new AppError({ code: 'invalid', message: t('grading.badNumber') })) : put(change(value))
  }
  return (
    <li className={style['item']} aria-label={item.name}>
      <div className={style['head']}>
        <TextField label={t('grading.itemName')} value={item.name} maxLength={120} required onSave={(name) => put({ name })} />
        <span className={style['moves']}>
          <button type="button" aria-label={t('grading.up', { name: item.name })} disabled={props.onUp === undefined} onClick={props.onUp}>
            <IconArrowUp size={15} />
          </button>
          <button type="button" aria-label={t('grading.down', { name: item.name })} disabled={props.onDown === undefined} onClick={props.onDown}>
            <IconArrowDown size={15} />
          </button>
          <button type="button" aria-label={t('grading.remove', { name: item.name })} onClick={() => void remove.run({ id })}>
            <IconTrash size={15} />
          </button>
        </span>
      </div>
      <Row columns={[5, 2, 2, 2]}>
        <SelectField label={t('grading.kindLabel')} value={item.kind} choices={useKinds()} onSave={(kind) => put({ kind: kindOf(kind) })} />
        <TextField label={t('grading.weight')} value={String(item.weight)} inputMode="decimal" maxLength={6} onSave={(typed) => number(typed, (weight) => ({ weight }))} />
        <TextField label={t('grading.scaleMin')} value={String(item.scaleMin)} inputMode="decimal" maxLength={6} onSave={(typed) => number(typed, (scaleMin) => ({ scaleMin }))} />
        <TextField label={t('grading.scaleMax')} value={String(item.scaleMax)} inputMode="decimal" maxLength={6} onSave={(typed) => number(typed, (scaleMax) => ({ scaleMax }))} />
      </Row>
      <Failure error={remove.error} onClose={remove.forget} />
    </li>
  )
}

function NewItem(props: { readonly editionId: string; readonly autoFocus: boolean }) {
  const t = useText()
  const save = useCommand('marks.saveItem', { said: t('grading.itemAdded') })
  const [name, setName] = useState('')
  const [kind, setKind] = useState<MarkKind>('work')
  const [weight, setWeight] = useState('1')
  const weighs = parseNumber(weight)
  const isReady = name.trim() !== '' && weighs !== null && weighs >= 0
  const add = async (): Promise<void> => {
    if (!isReady || weighs === null) return
    const made = await save.run({ editionId: props.editionId, id: null, fields: { name: name.trim(), kind, weight: weighs, scaleMin: 0, scaleMax: 20 } })
    if (made !== undefined) setName('')
  }
  return (
    <form className={style['adding']} onSubmit={(event) => (event.preventDefault(), void add())}>
      <TextField label={t('grading.newItem')} value={name} onChange={setName} maxLength={120} placeholder={t('grading.itemExample')} autoFocus={props.autoFocus} />
      <Row columns={[5, 2, 3]}>
        <SelectField
          label={t('grading.kindLabel')}
          value={kind}
          choices={useKinds()}
          onChange={(value) => {
            const next = kindOf(value)
            setKind(next)
            // Entry and exit tests measure the gain: they seldom weigh in the final mark.
            setWeight(next === 'entry' || next === 'exit' ? '0' : '1')
          }}
        />
        <TextField label={t('grading.weight')} value={weight} onChange={setWeight} inputMode="decimal" maxLength={6} error={weighs === null || weighs < 0 ? t('grading.badNumber') : undefined} />
        <span className={style['button']}>
          <Button type="submit" disabled={!isReady} loading={save.running} leftSection={<IconPlus size={16} aria-hidden />}>
            {t('grading.add')}
          </Button>
        </span>
      </Row>
      <Failure error={save.error} onClose={save.forget} />
    </form>
  )
}

function RequirementCard(props: { readonly editionId: string; readonly requirement: Requirement }) {
  const t = useText()
  const { requirement, editionId } = props
  const save = useCommand('rules.saveRequirement', { quiet: true })
  const remove = useCommand('rules.removeRequirement')
  const { id, ...fields } = requirement
  const put = (change: Partial<typeof fields>): Promise<unknown> => save.runOrThrow({ editionId, id, fields: { ...fields, ...change } })
  return (
    <li className={style['item']} aria-label={requirement.name}>
      <div className={style['head']}>
        <Row columns={[3, 2]}>
          <TextField label={t('grading.requirementName')} value={requirement.name} maxLength={200} required onSave={(name) => put({ name })} />
          <DateField label={t('grading.dueOn')} value={requirement.dueOn} onSave={(dueOn) => put({ dueOn })} />
        </Row>
        <span className={style['moves']}>
          <button type="button" aria-label={t('grading.remove', { name: requirement.name })} onClick={() => void remove.run({ id })}>
            <IconTrash size={15} />
          </button>
        </span>
      </div>
      <Failure error={remove.error} onClose={remove.forget} />
    </li>
  )
}

function NewRequirement(props: { readonly editionId: string }) {
  const t = useText()
  const save = useCommand('rules.saveRequirement', { said: t('grading.requirementAdded') })
  const [name, setName] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const add = async (): Promise<void> => {
    if (name.trim() === '') return
    if ((await save.run({ editionId: props.editionId, id: null, fields: { name: name.trim(), dueOn } })) === undefined) return
    setName('')
    setDueOn(null)
  }
  return (
    <form className={style['adding']} onSubmit={(event) => (event.preventDefault(), void add())}>
      <Row columns={[3, 2]}>
        <TextField label={t('grading.newRequirement')} value={name} onChange={setName} maxLength={200} placeholder={t('grading.requirementExample')} />
        <DateField label={t('grading.dueOn')} value={dueOn} onChange={setDueOn} />
      </Row>
      <div>
        <Button type="submit" disabled={name.trim() === ''} loading={save.running} leftSection={<IconPlus size={16} aria-hidden />}>
          {t('grading.add')}
        </Button>
      </div>
      <Failure error={save.error} onClose={save.forget} />
    </form>
  )
}
