import { useRef, useState } from 'react'
import { Button } from '@mantine/core'
import type { DecisionBook, Decisions } from '../../../shared/domain/roster/decisions.ts'
import { useText } from '../../language.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconCheck, IconChevronDown, IconChevronRight, IconInfoCircle } from '../../ui/icons.ts'
import { CauseRows } from './cause-rows.tsx'
import type { CauseSeen, Decide } from './deciding.ts'
import { acceptAll, judged, samePlace, withdrawAll } from './deciding.ts'
import type { Settings } from './draft.ts'
import { asksWhoIsWho, isUrgent, sectionOf } from './review-order.ts'
import { SameOrNot } from './same-or-not.tsx'
import { nextToDecide } from './use-kept-focus.ts'
import style from './review.module.css'

/** Rows of a card before it is opened, and rows of one page of it. */
const FEW = 3
const FEW_PAIRS = 2
const PAGE = 200

const SIGNS = { error: IconAlertOctagon, doubt: IconAlertTriangle, proposed: IconInfoCircle, tidied: IconCheck } as const

interface CardProps {
  readonly seen: CauseSeen
  readonly book: DecisionBook
  readonly decisions: Decisions
  readonly manySheets: boolean
  readonly decide: Decide
  /** The window of its rows that was asked for. */
  readonly shown: Settings['show']
  readonly onShow: (show: Settings['show']) => void
}

/** One cause: how many, what it is, what happens, before and after; a yes to all or row by row. */
export function CauseCard(props: CardProps) {
  const t = useText()
  const { seen, decisions } = props
  const section = sectionOf(seen)
  const open = stillOpen(props)
  const [isOpen, setOpen] = useState(false)
  const card = useRef<HTMLElement>(null)
  const isWhole = decisions.accept.some((one) => one.cause === seen.cause && one.rows === null)
  const isDecided = open === 0 && section !== 'tidied'
  // One yes takes what is proposed for all of them.
  const isQuick = seen.severity === 'proposed' && seen.acceptLabel !== null
  const Sign = isDecided ? IconCheck : SIGNS[seen.severity]

  const yesToAll = (): void => {
    props.decide((old) => acceptAll(old, seen.cause))
    const root = card.current?.closest<HTMLElement>('[data-review]')
    // After this card says so of itself, the keyboard goes on to the next.
    if (root != null) requestAnimationFrame(() => nextToDecide(root)?.focus())
  }
  const showsRows = isOpen || (section !== 'tidied' && !isDecided)
  return (
    <article ref={card} className={style['card']} data-card={seen.cause} data-severity={isDecided ? 'decided' : seen.severity} {...(open > 0 && isUrgent(section) ? { 'data-open-cause': true } : {})}>
      <header>
        <Sign size={18} stroke={1.75} aria-hidden className={style['sign']} />
        <button type="button" className={style['title']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} {...(isQuick && open > 0 ? {} : { 'data-first': true })}>
          <span>{seen.title}</span>
          <b className="tabular">{seen.count.toLocaleString('es-PE')}</b>
          {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        </button>
        <Standing seen={seen} open={open} />
        {seen.acceptLabel !== null && open > 0 && (
          <Button size="compact-md" {...(isQuick ? { 'data-first': true } : {})} className={style['yes']} onClick={yesToAll}>
            {isQuick ? t('wizard.acceptAll', { n: open }) : t('wizard.acceptAllAs', { act: seen.acceptLabel, n: open })}
          </Button>
        )}
        {isWhole && open === 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => props.decide((old) => withdrawAll(old, seen.cause))}>
            {t('frame.undo')}
          </Button>
        )}
      </header>
      {!(isDecided && !isOpen) && <p className={style['explanation']}>{seen.explanation}</p>}
      {showsRows && <Rows {...props} isOpen={isOpen} onOpen={() => setOpen(true)} />}
    </article>
  )
}

/** Findings that nobody has decided, with what was decided since the last review. */
function stillOpen({ seen, book, decisions }: CardProps): number {
  if (seen.open === 0) return 0
  if (decisions.accept.some((one) => one.cause === seen.cause && one.rows === null)) return 0
  const since = seen.rows.filter((row) => !row.accepted && (book.accepts(seen.cause, row) || book.skips(row) || judged(decisions, row) !== undefined)).length
  return Math.max(0, seen.open - since)
}

function Standing(props: { readonly seen: CauseSeen; readonly open: number }) {
  const t = useText()
  const { seen, open } = props
  const section = sectionOf(seen)
  if (section === 'tidied') return null
  if (open === 0) {
    return (
      <span className={style['standing']} data-state="decided">
        {section === 'look' ? t('wizard.looked') : t('wizard.decided')}
      </span>
    )
  }
  if (seen.rejected > 0) {
    return (
      <span className={style['standing']} data-state="out">
        {t('wizard.rowsOut', { n: Math.min(seen.rejected, open) })}
      </span>
    )
  }
  return <span className={style['standing']}>{open < seen.count ? t('wizard.openOf', { n: open, count: seen.count }) : ''}</span>
}

function Rows(props: CardProps & { readonly isOpen: boolean; readonly onOpen: () => void }) {
  const t = useText()
  const { seen, shown } = props
  const isCompared = asksWhoIsWho(seen.cause) || seen.cause === 'twice-differs'
  const all = isCompared ? onceEach(seen.rows) : seen.rows
  const rows = props.isOpen ? all : all.slice(0, isCompared ? FEW_PAIRS : FEW)
  const offset = shown?.offset ?? 0
  // A pair told from both its rows is shown once.
  const hidden = seen.count - (seen.rows.length - all.length) - rows.length
  const isFirstPart = !props.isOpen || (shown === undefined && seen.count > seen.rows.length)
  const hasKeys = !isCompared && seen.severity !== 'tidied' && (hidden > 0 || props.isOpen)
  const page = (from: number): void => props.onShow({ cause: seen.cause, offset: from, limit: PAGE })
  return (
    <>
      {isCompared ? (
        <div className={style['pairs']}>
          {rows.map((row, index) => (
            <SameOrNot key={`${row.sheet}/${row.row}/${row.person?.id ?? row.other?.row ?? ''}`} seen={seen} row={row} index={index} book={props.book} decisions={props.decisions} decide={props.decide} manySheets={props.manySheets} />
          ))}
        </div>
      ) : (
        <CauseRows seen={seen} rows={rows} book={props.book} decide={props.decide} manySheets={props.manySheets} />
      )}
      {(hidden > 0 || hasKeys) && (
        <div className={style['more']}>
          {hidden > 0 && isFirstPart && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                props.onOpen()
                if (seen.count > seen.rows.length) page(0)
              }}
            >
              {t('wizard.seeAll', { n: seen.count })}
            </Button>
          )}
          {hidden > 0 && !isFirstPart && <Pager offset={offset} shown={rows.length} count={seen.count} onPage={page} />}
          {hasKeys && <span className={style['keys']}>{seen.acceptLabel === null ? t('wizard.keysMend') : t('wizard.keysRows')}</span>}
        </div>
      )}
    </>
  )
}

/** Of two rows that each name the other, the first. */
function onceEach(rows: CauseSeen['rows']): CauseSeen['rows'] {
  return rows.filter((row, at) => !rows.slice(0, at).some((earlier) => earlier.other !== null && row.other !== null && samePlace(earlier.other, row) && samePlace(row.other, earlier)))
}

function Pager(props: { readonly offset: number; readonly shown: number; readonly count: number; readonly onPage: (from: number) => void }) {
  const t = useText()
  const { offset, shown, count } = props
  return (
    <>
      <span className="tabular">{t('wizard.rowsOf', { from: offset + 1, to: offset + shown, count })}</span>
      <Button size="compact-sm" disabled={offset === 0} onClick={() => props.onPage(Math.max(0, offset - PAGE))}>
        {t('wizard.previousRows')}
      </Button>
      <Button size="compact-sm" disabled={offset + shown >= count} onClick={() => props.onPage(offset + PAGE)}>
        {t('wizard.nextRows')}
      </Button>
    </>
  )
}
