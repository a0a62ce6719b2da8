import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { Text } from '../../language.tsx'
import type { RowOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '../../ui/icons.ts'
import style from './delivery.module.css'

export type DeliveryRow = RowOf<'delivery.list'>
type Tone = 'done' | 'waits' | 'later' | 'warn' | 'none'

interface Cell {
  readonly tone: Tone
  readonly words: string
}

const ICONS = { done: IconCheck, waits: IconClock, later: IconMinus, warn: IconAlertTriangle, none: IconMinus } as const

/** The four states of a paper and what waits, each with its icon and its words. */
export function columnsOf(t: Text): readonly Column<DeliveryRow>[] {
  const text = (key: string, title: string, width: number, of: (row: DeliveryRow) => string): Column<DeliveryRow> => ({ key, title, width, show: of, text: of })
  const state = (key: string, title: string, width: number, of: (row: DeliveryRow) => Cell): Column<DeliveryRow> => ({ key, title, width, show: (row) => shown(of(row)), text: (row) => of(row).words })
  return [
    text('number', t('issuing.number'), 172, (row) => (row.version > 1 ? t('deliveryScreens.version', { number: row.number, version: row.version }) : row.number)),
    text('name', t('issuing.name'), 176, (row) => row.personName),
    text('organisation', t('deliveryScreens.organisation'), 118, (row) => row.organisationName ?? ''),
    state('drawn', t('deliveryScreens.drawn'), 112, (row) => drawnCell(row, t)),
    state('printed', t('deliveryScreens.printed'), 126, (row) => printedCell(row, t)),
    state('signed', t('deliveryScreens.signed'), 184, (row) => signedCell(row, t)),
    state('handed', t('deliveryScreens.handed'), 182, (row) => handedCell(row, t)),
    text('since', t('deliveryScreens.since'), 116, (row) => (row.waitsSince === null ? '' : formatDate(row.waitsSince))),
  ]
}

function shown({ tone, words }: Cell): ReactNode {
  const Icon = ICONS[tone]
  return (
    <span className={style['state']} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden />
      {words}
    </span>
  )
}

/** A moment of the app's clock as the day it was in Lima. */
export function dayOf(moment: string): string {
  return formatDate(new Date(new Date(moment).getTime() - 5 * 3_600_000).toISOString().slice(0, 10))
}

function waiting(row: DeliveryRow, step: 'drawn' | 'printed' | 'signed' | 'handed', t: Text): Cell {
  if (row.waitsFor === null || row.waitsFor === 'back') return { tone: 'none', words: t('deliveryScreens.notNoted') }
  return { tone: row.waitsFor === step ? 'waits' : 'later', words: t('deliveryScreens.toDo', { step }) }
}

function drawnCell(row: DeliveryRow, t: Text): Cell {
  return row.drawnAt === null ? waiting(row, 'drawn', t) : { tone: 'done', words: dayOf(row.drawnAt) }
}

function printedCell(row: DeliveryRow, t: Text): Cell {
  if (row.printedAt !== null) return { tone: 'done', words: row.damaged === 0 ? dayOf(row.printedAt) : t('deliveryScreens.withDamaged', { day: dayOf(row.printedAt), n: row.damaged }) }
  if (row.asked > 0) return { tone: 'waits', words: t('deliveryScreens.notAnswered') }
  if (row.damaged > 0) return { tone: 'warn', words: t('deliveryScreens.cameDamaged') }
  if (row.signedHow === 'digital') return { tone: 'none', words: t('deliveryScreens.notNeeded') }
  return waiting(row, 'printed', t)
}

function signedCell(row: DeliveryRow, t: Text): Cell {
  if (row.signedOn === null || row.signedHow === null) return waiting(row, 'signed', t)
  return { tone: 'done', words: t('deliveryScreens.signedHow', { day: formatDate(row.signedOn), how: row.signedHow }) }
}

function handedCell(row: DeliveryRow, t: Text): Cell {
  if (row.waitsFor === 'back') return { tone: 'warn', words: t('deliveryScreens.askBack', { state: row.state }) }
  if (row.handedOn === null) return waiting(row, 'handed', t)
  return { tone: 'done', words: row.handedTo === row.personName || row.handedTo === null ? formatDate(row.handedOn) : t('deliveryScreens.toProxy', { day: formatDate(row.handedOn), name: row.handedTo }) }
}
