import { useState } from 'react'
import { Button, Checkbox, Modal } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import type { CommitmentSeen, ItemSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

type Change = Takes<'commitments.replan'>['changes'][number]

interface Props {
  readonly seen: CommitmentSeen
  /** Undefined: the commitment itself. */
  readonly item: ItemSeen | undefined
  readonly today: string
  readonly onClose: () => void
}

/** Changes what was promised, with why, since when and by which document: what it said before stays in the history. */
export function ReplanDialog(props: Props) {
  const t = useText()
  const title = props.item === undefined ? t('commitmentScreens.replanCommitment') : t('commitmentScreens.replanNamed', { name: props.item.name })
  return (
    <Modal opened onClose={props.onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <Form {...props} />
    </Modal>
  )
}

function Form({ seen, item, today, onClose }: Props) {
  const t = useText()
  const promised = item ?? { ...seen.commitment, name: seen.commitment.title }
  const [name, setName] = useState(promised.name)
  const [startsOn, setStartsOn] = useState(promised.startsOn)
  const [endsOn, setEndsOn] = useState(promised.endsOn)
  const [isDropped, setDropped] = useState(false)
  const [reason, setReason] = useState('')
  const [decidedOn, setDecidedOn] = useState<string | null>(today)
  const [document, setDocument] = useState('')
  const replan = useCommand('commitments.replan', { said: t('commitmentScreens.replanned') })
  const changes = isDropped ? [{ field: 'dropped' as const, after: null }] : changed({ field: item === undefined ? 'title' : 'name', from: promised, to: { name, startsOn, endsOn } })
  const send = async (): Promise<void> => {
    const done = await replan.run({ commitmentId: seen.commitment.id, itemId: item?.id ?? null, changes, reason, decidedOn: decidedOn ?? '', document })
    if (done !== undefined) onClose()
  }
  const fields = replan.error?.fields ?? {}
  return (
    <form
      className={style['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className={style['soft']}>{t('commitmentScreens.replanWhy')}</p>
      <TextField label={t(item === undefined ? 'commitmentScreens.commitmentTitle' : 'commitmentScreens.itemName')} lines={2} maxLength={400} disabled={isDropped} value={name} onChange={setName} />
      <Row>
        <DateField label={t('commitments.startsOn')} disabled={isDropped} value={startsOn} onChange={setStartsOn} />
        <DateField label={t('commitments.endsOn')} disabled={isDropped} value={endsOn} onChange={setEndsOn} />
      </Row>
      {item !== undefined && <Checkbox label={t('commitmentScreens.drop')} description={t('commitmentScreens.dropWhy')} checked={isDropped} onChange={(event) => setDropped(event.currentTarget.checked)} />}
      <TextField label={t('commitments.reason')} required autoFocus lines={3} maxLength={1000} value={reason} error={fields['reason']} onChange={setReason} />
      <Row columns={[1, 2]}>
        <DateField label={t('commitmentScreens.decidedOn')} required value={decidedOn} error={fields['decidedOn']} onChange={setDecidedOn} />
        <TextField label={t('commitmentScreens.document')} placeholder={t('commitmentScreens.documentExample')} maxLength={200} value={document} onChange={setDocument} />
      </Row>
      <Failure error={replan.error?.code === 'invalid' && changes.length > 0 ? undefined : replan.error} onClose={replan.forget} />
      <div className={style['acts']}>
        <span className={style['soft']}>{changes.length === 0 ? t('commitmentScreens.nothingYet') : ''}</span>
        <Button onClick={onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={replan.running} disabled={changes.length === 0}>
          {t('commitmentScreens.replan')}
        </Button>
      </div>
    </form>
  )
}

interface Promised {
  readonly name: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

function changed({ field, from, to }: { readonly field: 'title' | 'name'; readonly from: Promised; readonly to: Promised }): Change[] {
  return [
    ...(to.name.trim() === from.name ? [] : [{ field, after: to.name }]),
    ...(['startsOn', 'endsOn'] as const).flatMap((one) => (to[one] === from[one] ? [] : [{ field: one, after: to[one] }])),
  ]
}
