import { Button, Checkbox } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowDown, IconArrowUp, IconCircleCheck, IconClock, IconHistory } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { ImageField } from './image-field.tsx'
import style from './settings.module.css'

type Signatory = Gives<'entity.get'>['signatories'][number]
type Fields = Takes<'entity.updateSignatory'>['fields']

const PAPERS = ['certificado', 'constancia', 'acta'] as const
const ICONS = { inForce: IconCircleCheck, expired: IconHistory, toCome: IconClock } as const

/** One who signs: her mandate told in words, what she may sign, and what is still missing. Each field saves itself. */
export function SignatoryCard(props: {
  readonly signatory: Signatory
  readonly today: string
  readonly place: { readonly n: number; readonly of: number }
  readonly onMove: (by: -1 | 1) => void
}) {
  const t = useText()
  const { signatory, place } = props
  const update = useCommand('entity.updateSignatory', { quiet: true })
  const remove = useCommand('entity.removeSignatory', { said: t('settings.signatoryRemoved') })
  const put = (fields: Fields): Promise<unknown> => update.runOrThrow({ id: signatory.id, fields })
  const missing = missingOf(signatory, t)
  return (
    <Card title={signatory.name} actions={<Order {...props} />}>
      <Mandate signatory={signatory} today={props.today} />
      {missing.length > 0 && <p className={style['missing']}>{t('settings.signatoryMissing', { what: missing })}</p>}
      <TextField label={t('settings.signatoryName')} value={signatory.name} onSave={(name) => put({ name })} maxLength={120} required />
      <TextField label={t('settings.signatoryPost')} value={signatory.post} onSave={(post) => put({ post })} maxLength={160} required />
      <TextField label={t('settings.signatoryAct')} placeholder={t('settings.signatoryActSample')} value={signatory.act ?? ''} onSave={(act) => put({ act })} maxLength={200} />
      <Row columns={[1, 1]}>
        <DateField label={t('settings.since')} value={signatory.since} onSave={(since) => put({ since })} />
        <DateField label={t('settings.until')} value={signatory.until} onSave={(until) => put({ until })} />
      </Row>
      <Papers signatory={signatory} onSave={(papers) => void update.run({ id: signatory.id, fields: { papers } })} />
      <TextField label={t('settings.signatoryEntity')} description={t('settings.signatoryEntityWhy')} value={signatory.entityName ?? ''} onSave={(entityName) => put({ entityName })} maxLength={200} />
      <ImageField label={t('settings.signatureImage')} about={t('settings.signatureImageWhy')} assetId={signatory.imageAssetId} onSave={(imageAssetId) => put({ imageAssetId })} />
      <div className={style['acts']}>
        <Button variant="subtle" size="compact-sm" aria-label={t('settings.removeSignatoryOf', { name: signatory.name })} onClick={() => void remove.run({ id: signatory.id })}>
          {t('settings.removeSignatory')}
        </Button>
        {place.of > 1 && <span className={style['why']}>{t('settings.signatoryPlace', place)}</span>}
      </div>
      <Failure error={remove.error ?? update.error} onClose={() => (remove.forget(), update.forget())} />
    </Card>
  )
}

/** Moves her along the line on which signatures stand, left to right. */
function Order(props: Parameters<typeof SignatoryCard>[0]) {
  const t = useText()
  const { signatory, place } = props
  if (place.of === 1) return null
  return (
    <span className={style['acts']}>
      <Button size="compact-sm" variant="subtle" aria-label={t('settings.moveUp', { name: signatory.name })} disabled={place.n === 1} onClick={() => props.onMove(-1)}>
        <IconArrowUp size={16} aria-hidden />
      </Button>
      <Button size="compact-sm" variant="subtle" aria-label={t('settings.moveDown', { name: signatory.name })} disabled={place.n === place.of} onClick={() => props.onMove(1)}>
        <IconArrowDown size={16} aria-hidden />
      </Button>
    </span>
  )
}

/** Whether she may sign today, in words. */
function Mandate(props: { readonly signatory: Signatory; readonly today: string }) {
  const t = useText()
  const { since, until } = props.signatory
  if (props.today === '') return null
  const state = since !== null && props.today < since ? 'toCome' : until !== null && until < props.today ? 'expired' : 'inForce'
  const Icon = ICONS[state]
  return (
    <p className={style['mandate']} data-state={state}>
      <Icon size={16} aria-hidden />
      <span>{t('settings.mandate', { state, since: formatDate(since), until: formatDate(until) })}</span>
    </p>
  )
}

/** All of them is null: a kind of paper to come is hers too. */
function Papers(props: { readonly signatory: Signatory; readonly onSave: (papers: string | null) => void }) {
  const t = useText()
  const { papers } = props.signatory
  const signed: readonly string[] = papers === null ? PAPERS : (JSON.parse(papers) as readonly string[])
  const toggle = (kind: string): void => {
    const next = PAPERS.filter((one) => (one === kind ? !signed.includes(kind) : signed.includes(one)))
    props.onSave(next.length === PAPERS.length ? null : JSON.stringify(next))
  }
  return (
    <fieldset className={style['papers']}>
      <legend>{t('settings.signatoryPapers')}</legend>
      <div>
        {PAPERS.map((kind) => (
          // One paper at least: who signs none is taken off the list.
          <Checkbox key={kind} label={t('settings.papersOf', { kind })} checked={signed.includes(kind)} disabled={signed.length === 1 && signed[0] === kind} onChange={() => toggle(kind)} />
        ))}
      </div>
    </fieldset>
  )
}

/** What the office will miss some day, or the paper at once. */
function missingOf({ act, since, imageAssetId }: Signatory, t: Text): string[] {
  return [act === null ? t('settings.missingAct') : null, since === null ? t('settings.missingSince') : null, imageAssetId === null ? t('settings.missingImage') : null].filter((word) => word !== null)
}
