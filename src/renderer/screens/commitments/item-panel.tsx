import { useState } from 'react'
import { Button } from '@mantine/core'
import { hasBegun } from '../../../shared/domain/commitments.ts'
import type { ItemState } from '../../../shared/domain/commitments.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconArrowDown, IconArrowUp, IconHistory, IconPlus, IconTrash } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import type { CommitmentSeen, ItemSeen } from './commitment-page.tsx'
import { IndicatorField } from './indicator-field.tsx'
import style from './commitments.module.css'

type Fields = Takes<'commitments.saveItem'>['fields']

const STATES = ['pending', 'inProgress', 'done'] as const satisfies readonly ItemState[]

interface Props {
  readonly seen: CommitmentSeen
  readonly item: ItemSeen
  readonly today: string
  readonly onClose: () => void
  readonly onReplan: () => void
}

/** A product, milestone or outcome beside its commitment, saved field by field, with its evidence. */
export function ItemPanel({ seen, item, today, onClose, onReplan }: Props) {
  const t = useText()
  const begun = hasBegun(seen.commitment, today)
  const isGone = item.state === 'dropped'
  const canReplan = !isGone && begun
  return (
    <Panel
      title={item.name}
      subtitle={t(`commitmentScreens.kind.${item.kind}`)}
      width={430}
      onClose={onClose}
      actions={
        <>
          <Moves seen={seen} item={item} />
          {canReplan && (
            <Button leftSection={<IconHistory size={16} aria-hidden />} onClick={onReplan}>
              {t('commitmentScreens.replan')}
            </Button>
          )}
        </>
      }
    >
      {isGone && <Note tone="info">{t('commitmentScreens.goneWhy')}</Note>}
      {canReplan && <p className={style['soft']}>{t('commitmentScreens.itemBegunWhy')}</p>}
      <ItemFields seen={seen} item={item} today={today} isKept={begun || isGone} />
      {item.kind === 'product' && !isGone && (
        <div>
          <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('outcomes', ['compromisos', seen.commitment.id], { agregar: 'milestone', de: item.id })}>
            {t('commitmentScreens.addMilestone')}
          </Button>
        </div>
      )}
      <AttachmentList owner="commitmentItems" ownerId={item.id} title={t('commitmentScreens.evidence')} />
      {!begun && <Remove item={item} onClose={onClose} />}
    </Panel>
  )
}

function ItemFields({ seen, item, today, isKept }: Pick<Props, 'seen' | 'item' | 'today'> & { readonly isKept: boolean }) {
  const t = useText()
  const save = useCommand('commitments.saveItem', { quiet: true })
  const { id, position: _position, isOverdue: _late, attachments: _files, indicator: _indicator, ...fields } = item
  const put = (change: Partial<Fields>): Promise<unknown> => save.runOrThrow({ commitmentId: seen.commitment.id, id, fields: { ...fields, ...change } })
  const stand = (value: string | null): Promise<unknown> => {
    const state = STATES.find((one) => one === value) ?? 'pending'
    return put({ state, doneOn: state === 'done' ? (item.doneOn ?? today) : null })
  }
  const isGone = item.state === 'dropped'
  return (
    <Section>
      <TextField label={t('commitmentScreens.itemName')} required lines={2} maxLength={400} disabled={isKept} value={item.name} onSave={(name) => put({ name })} />
      {item.kind !== 'outcome' && (
        <>
          <Row>
            <DateField label={t('commitments.startsOn')} value={item.startsOn} disabled={isGone || (isKept && item.startsOn !== null)} onSave={(startsOn) => put({ startsOn })} />
            <DateField label={t('commitments.endsOn')} value={item.endsOn} disabled={isGone || (isKept && item.endsOn !== null)} onSave={(endsOn) => put({ endsOn })} />
          </Row>
          {!isGone && (
            <Row>
              <SelectField label={t('commitments.state')} value={item.state} choices={STATES.map((state) => ({ value: state, label: t(`commitments.state.${state}`) }))} onSave={stand} />
              <DateField label={t('commitmentScreens.doneOn')} value={item.doneOn} disabled={item.state !== 'done'} onSave={(doneOn) => put({ doneOn })} />
            </Row>
          )}
          <TextField label={t('commitmentScreens.responsible')} maxLength={200} value={item.responsible ?? ''} onSave={(responsible) => put({ responsible })} />
        </>
      )}
      {item.kind === 'outcome' && <IndicatorField commitmentId={seen.commitment.id} indicatorId={item.indicatorId} frameId={item.indicator?.frameId ?? null} onSave={(indicatorId) => put({ indicatorId })} />}
      <TextField label={t('commitmentScreens.verification')} lines={2} maxLength={500} value={item.verification ?? ''} onSave={(verification) => put({ verification })} />
      <TextField label={t('commitmentScreens.note')} lines={2} maxLength={2000} value={item.note ?? ''} onSave={(note) => put({ note })} />
    </Section>
  )
}

/** One place up or down among its own kind. */
function Moves({ seen, item }: Pick<Props, 'seen' | 'item'>) {
  const t = useText()
  const order = useCommand('commitments.orderItems', { quiet: true })
  const alike = seen.items.filter((one) => one.kind === item.kind && one.parentId === item.parentId)
  const at = alike.findIndex((one) => one.id === item.id)
  const move = (by: -1 | 1): void => {
    const other = alike[at + by]
    if (other === undefined) return
    const ids = seen.items.map((one) => (one.id === item.id ? other.id : one.id === other.id ? item.id : one.id))
    void order.run({ commitmentId: seen.commitment.id, ids })
  }
  return (
    <>
      <Button disabled={at <= 0} aria-label={t('commitmentScreens.moveUp')} title={t('commitmentScreens.moveUp')} onClick={() => move(-1)}>
        <IconArrowUp size={16} aria-hidden />
      </Button>
      <Button disabled={at >= alike.length - 1} aria-label={t('commitmentScreens.moveDown')} title={t('commitmentScreens.moveDown')} onClick={() => move(1)}>
        <IconArrowDown size={16} aria-hidden />
      </Button>
    </>
  )
}

function Remove({ item, onClose }: { readonly item: ItemSeen; readonly onClose: () => void }) {
  const t = useText()
  const remove = useCommand('commitments.removeItem', { said: t('commitmentScreens.itemRemoved') })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id: item.id })) !== undefined) onClose()
  }
  return (
    <div>
      <Failure error={remove.error} onClose={remove.forget} />
      <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
        {t('commitmentScreens.removeItem')}
      </Button>
    </div>
  )
}

interface NewProps {
  readonly seen: CommitmentSeen
  readonly kind: ItemSeen['kind']
  readonly parentId: string | null
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}

/** A new product, milestone or outcome: its name and dates; the rest is filled in once it is there. */
export function NewItemPanel({ seen, kind, parentId, onClose, onMade }: NewProps) {
  const t = useText()
  const [name, setName] = useState('')
  const [dates, setDates] = useState<{ readonly startsOn: string | null; readonly endsOn: string | null }>({ startsOn: null, endsOn: null })
  const save = useCommand('commitments.saveItem', { said: t('commitmentScreens.itemMade') })
  const product = seen.items.find((one) => one.id === parentId)
  const send = async (): Promise<void> => {
    const fields = { kind, parentId, name, ...dates, verification: null, responsible: null, state: 'pending' as const, doneOn: null, indicatorId: null, note: null }
    const made = await save.run({ commitmentId: seen.commitment.id, id: null, fields })
    if (made !== undefined) onMade(made.id)
  }
  return (
    <Panel title={t(`commitmentScreens.new.${kind}`)} subtitle={product === undefined ? undefined : t('commitmentScreens.ofProduct', { name: product.name })} width={430} onClose={onClose}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label={t('commitmentScreens.itemName')} required autoFocus lines={2} maxLength={400} value={name} error={save.error?.fields?.['fields.name']} onChange={setName} />
        {kind !== 'outcome' && (
          <Row>
            <DateField label={t('commitments.startsOn')} value={dates.startsOn} onChange={(startsOn) => setDates((old) => ({ ...old, startsOn }))} />
            <DateField label={t('commitments.endsOn')} value={dates.endsOn} onChange={(endsOn) => setDates((old) => ({ ...old, endsOn }))} />
          </Row>
        )}
        <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
        <div className={style['acts']}>
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.running}>
            {t('commitmentScreens.add')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
