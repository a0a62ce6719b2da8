import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { IconArrowDown, IconArrowUp, IconX } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import type { EditionSeen } from './edition-screen.tsx'
import { LogoButton } from './logo-button.tsx'
import style from './programmes.module.css'

type Role = Takes<'editions.setPartners'>['partners'][number]['role']
interface Partner {
  readonly organisationId: string
  readonly organisationName: string
  readonly role: Role
  readonly logoAssetId: string | null
}

const ROLES = ['organiser', 'sponsor', 'requester', 'academic'] as const satisfies readonly Role[]

/** Who organises, pays, asks for it and teaches, with their logos in the order in which papers show them. */
export function EditionPartners(props: { readonly editionId: string; readonly partners: EditionSeen['partners'] }) {
  const t = useText()
  const { known, put, error, forget } = useOrder(props)
  const [said, setSaid] = useState<string>()
  const swap = (at: number, to: number): void => {
    const [one, other] = [known[at], known[to]]
    if (one !== undefined && other !== undefined) void put(known.map((partner, index) => (index === at ? other : index === to ? one : partner)))
  }
  const onAdd = (role: Role, chosen: Found): void => {
    const isThere = known.some((one) => one.organisationId === chosen.id && one.role === role)
    setSaid(isThere ? t('training.partnerThere', { name: chosen.label }) : undefined)
    if (!isThere) void put([...known, { organisationId: chosen.id, organisationName: chosen.label, role, logoAssetId: null }])
  }
  return (
    <Card title={t('training.partners')}>
      <p className={style['why']}>{known.length === 0 ? t('training.noPartners') : t('training.partnersWhy')}</p>
      {known.length > 0 && (
        <ol className={style['partners']}>
          {known.map((partner, at) => (
            <PartnerLine
              key={`${partner.organisationId}${partner.role}`}
              partner={partner}
              isFirst={at === 0}
              isLast={at === known.length - 1}
              onMove={(by) => swap(at, at + by)}
              onChange={(change) => void put(known.map((one) => (one === partner ? { ...one, ...change } : one)))}
              onRemove={() => void put(known.filter((one) => one !== partner))}
            />
          ))}
        </ol>
      )}
      <AddPartner said={said} onAdd={onAdd} />
      <Failure error={error} onClose={forget} />
    </Card>
  )
}

/** The partners as the person just put them, until the core's own answer has come. */
function useOrder(props: { readonly editionId: string; readonly partners: EditionSeen['partners'] }) {
  const save = useCommand('editions.setPartners', { quiet: true })
  const [mine, setMine] = useState<{ readonly basis: EditionSeen['partners']; readonly list: readonly Partner[] }>()
  const known: readonly Partner[] = mine?.basis === props.partners ? mine.list : props.partners
  const put = async (list: readonly Partner[]): Promise<void> => {
    setMine({ basis: props.partners, list })
    const done = await save.run({ id: props.editionId, partners: list.map(({ organisationId, role, logoAssetId }) => ({ organisationId, role, logoAssetId })) })
    if (done === undefined) setMine(undefined)
  }
  return { known, put, error: save.error, forget: save.forget }
}

function PartnerLine(props: {
  readonly partner: Partner
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onChange: (change: Partial<Pick<Partner, 'role' | 'logoAssetId'>>) => void
  readonly onRemove: () => void
}) {
  const t = useText()
  const { partner, isFirst, isLast } = props
  const name = partner.organisationName
  const line = useRef<HTMLLIElement>(null)
  const pressed = useRef<'up' | 'down' | undefined>(undefined)
  // A button that can do no more cannot hold the keyboard: its neighbour takes it.
  useEffect(() => {
    const want = pressed.current === 'up' && isFirst ? 'down' : pressed.current === 'down' && isLast ? 'up' : pressed.current
    pressed.current = undefined
    if (want !== undefined) line.current?.querySelector<HTMLElement>(`[data-move="${want}"]`)?.focus()
  }, [isFirst, isLast])
  const move = (way: 'up' | 'down'): void => {
    if (way === 'up' ? isFirst : isLast) return
    pressed.current = way
    props.onMove(way === 'up' ? -1 : 1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? 'up' : 'down')
  }
  return (
    // Alt and an arrow move the line from any of its controls; the buttons do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li ref={line} onKeyDown={onKeyDown}>
      <LogoButton name={name} assetId={partner.logoAssetId} onChange={(logoAssetId) => props.onChange({ logoAssetId })} />
      <span className={style['partner']}>{name}</span>
      <SelectField label={t('training.partnerRoleOf', { name })} value={partner.role} choices={roleChoices(t)} onChange={(value) => props.onChange({ role: ROLES.find((one) => one === value) ?? partner.role })} />
      <span className={style['moves']}>
        <button type="button" data-move="up" className={style['small']} disabled={isFirst} aria-label={t('training.moveUp', { name })} aria-keyshortcuts="Alt+ArrowUp" title={t('training.moveUp', { name })} onClick={() => move('up')}>
          <IconArrowUp size={15} aria-hidden />
        </button>
        <button type="button" data-move="down" className={style['small']} disabled={isLast} aria-label={t('training.moveDown', { name })} aria-keyshortcuts="Alt+ArrowDown" title={t('training.moveDown', { name })} onClick={() => move('down')}>
          <IconArrowDown size={15} aria-hidden />
        </button>
        <button type="button" className={style['small']} aria-label={t('training.removeNamed', { name })} title={t('training.removeNamed', { name })} onClick={props.onRemove}>
          <IconX size={15} aria-hidden />
        </button>
      </span>
    </li>
  )
}

function roleChoices(t: ReturnType<typeof useText>) {
  return ROLES.map((role) => ({ value: role, label: t('training.partnerName', { role }) }))
}

function AddPartner(props: { readonly said: string | undefined; readonly onAdd: (role: Role, chosen: Found) => void }) {
  const t = useText()
  const [role, setRole] = useState<Role>('organiser')
  return (
    <Row columns={[3, 2]}>
      <OrganisationField
        label={t('training.addPartner')}
        value={null}
        error={props.said}
        kindOfNew="otro"
        onChange={(chosen) => chosen !== null && props.onAdd(role, chosen)}
      />
      <SelectField label={t('training.partnerRole')} value={role} choices={roleChoices(t)} onChange={(value) => setRole(ROLES.find((one) => one === value) ?? role)} />
    </Row>
  )
}
