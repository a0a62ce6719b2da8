import { useDeferredValue, useEffect, useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { displayName } from '../../../shared/domain/names.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconCheck, IconEye, IconMinus, IconSearch } from '../../ui/icons.ts'
import type { Enrolled, Kind, Reasons, WhoFilter } from './who.ts'
import { inSight, WHO_FILTERS } from './who.ts'
import style from './who-list.module.css'

const ROW_PX = 30
const PAGE_ROWS = 10

/** Who gets one: filters in words, search, and boxes. The cursor decides whose page is in sight. */
export function WhoList(props: {
  readonly people: readonly Enrolled[]
  readonly kind: Kind
  readonly reasons: Reasons
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
  readonly shownId: string | undefined
  readonly onShow: (id: string) => void
  readonly filter: WhoFilter
  readonly onFilter: (filter: WhoFilter) => void
  readonly search: string
  readonly onSearch: (search: string) => void
}) {
  const t = useText()
  const { people, reasons, chosen, filter } = props
  const search = useDeferredValue(props.search)
  const seen = { reasons, chosen }
  const rows = inSight(people, filter, search, seen)
  const able = rows.filter((one) => !reasons.has(one.id))
  const ableChosen = able.filter((one) => chosen.has(one.id)).length
  const everyAble = able.length > 0 && ableChosen === able.length

  const toggleShown = (): void => {
    const next = new Set(chosen)
    for (const one of able) if (everyAble) next.delete(one.id)
      else next.add(one.id)
    props.onChoose(next)
  }
  const words = filterWords(t, props.kind)
  return (
    <section className={style['who']} aria-label={t('issuing.who')}>
      <header>
        <h2>{t('issuing.who')}</h2>
        <span className="tabular" aria-live="polite">
          {t('issuing.chosenOf', { n: chosen.size, of: people.length })}
        </span>
      </header>
      <TextInput
        aria-label={t('issuing.findPerson')}
        placeholder={t('issuing.findPerson')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={props.search}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => props.onSearch(event.currentTarget.value)}
      />
      <FilterWords
        words={(Object.keys(WHO_FILTERS) as WhoFilter[])
          .map((value) => ({ value, word: words[value], count: people.filter((one) => WHO_FILTERS[value](one, seen)).length }))
          .filter(({ value, count }) => count > 0 || value === filter || value === 'without')}
        value={filter}
        onChange={props.onFilter}
      />
      {able.length > 0 && (
        <div className={style['bulk']}>
          <button type="button" role="checkbox" aria-checked={everyAble ? true : ableChosen > 0 ? 'mixed' : false} onClick={toggleShown}>
            <Box state={everyAble ? 'all' : ableChosen > 0 ? 'some' : 'none'} />
            {t('issuing.allShown', { n: able.length })}
          </button>
          {chosen.size > ableChosen && (
            <button type="button" onClick={() => props.onChoose(new Set(able.map((one) => one.id)))}>
              {t('issuing.onlyShown')}
            </button>
          )}
        </div>
      )}
      {rows.length === 0 ? <p className={style['nobody']}>{t('issuing.nobodyHere')}</p> : <People {...props} rows={rows} onToggleAll={toggleShown} />}
      <p className={style['keys']}>{t('issuing.listKeys')}</p>
    </section>
  )
}

function People(props: Parameters<typeof WhoList>[0] & { readonly rows: readonly Enrolled[]; readonly onToggleAll: () => void }) {
  const t = useText()
  const { rows, chosen, reasons, shownId } = props
  const list = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const at = Math.max(0, rows.findIndex((one) => one.id === shownId))
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 6, useFlushSync: false })
  useEffect(() => virtual.scrollToIndex(at, { align: 'auto' }), [virtual, at, shownId])

  const toggle = (one: Enrolled): void => {
    if (reasons.has(one.id)) return
    const next = new Set(chosen)
    if (!next.delete(one.id)) next.add(one.id)
    props.onChoose(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = movedTo(event.key, at, rows.length - 1)
    const current = rows[at]
    if (to !== undefined) {
      event.preventDefault()
      const next = rows[to]
      if (next !== undefined) props.onShow(next.id)
    } else if (event.key === ' ' && current !== undefined) {
      event.preventDefault()
      toggle(current)
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      props.onToggleAll()
    }
  }
  return (
    <div
      ref={scroller}
      className={style['list']}
      role="listbox"
      tabIndex={0}
      aria-label={t('issuing.who')}
      aria-multiselectable="true"
      aria-activedescendant={`${list}-${at}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const one = rows[index]
          if (one === undefined) return null
          const reason = reasons.get(one.id)?.reason
          return (
            // The keyboard is on the list itself.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={one.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={chosen.has(one.id)}
              aria-disabled={reason !== undefined}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              data-shown={one.id === shownId}
              title={[displayName(one), one.organisationName, reason].filter(Boolean).join('\n')}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => props.onShow(one.id)}
            >
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
              <span className={style['hit']} onClick={(event) => (event.stopPropagation(), toggle(one))}>
                <Box state={chosen.has(one.id) ? 'all' : 'none'} off={reason !== undefined} />
              </span>
              <span className={style['name']}>{displayName(one)}</span>
              {one.role !== 'participant' && <small>{t('lists.roleName', { role: one.role })}</small>}
              {one.id === shownId && <IconEye size={15} aria-hidden />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Box(props: { readonly state: 'all' | 'some' | 'none'; readonly off?: boolean }) {
  return (
    <span className={style['box']} data-state={props.state} data-off={props.off ?? false}>
      {props.state === 'all' && <IconCheck size={12} stroke={3} aria-hidden />}
      {props.state === 'some' && <IconMinus size={12} stroke={3} aria-hidden />}
    </span>
  )
}

function filterWords(t: Text, kind: Kind): Readonly<Record<WhoFilter, string>> {
  return {
    all: t('issuing.filterAll'),
    without: t('issuing.filterWithout', { kind }),
    chosen: t('issuing.filterChosen'),
    approved: t('issuing.filterApproved'),
    completed: t('issuing.filterCompleted'),
    enrolled: t('issuing.filterEnrolled'),
    speakers: t('issuing.filterSpeakers'),
    facilitators: t('issuing.filterFacilitators'),
    organisers: t('issuing.filterOrganisers'),
    noDocument: t('issuing.filterNoDocument'),
    has: t('issuing.filterHas', { kind }),
    notReleased: t('issuing.filterNotReleased'),
    withdrawn: t('issuing.filterWithdrawn'),
  }
}

function movedTo(key: string, at: number, last: number): number | undefined {
  const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE_ROWS, PageUp: at - PAGE_ROWS, Home: 0, End: last }
  const to = moves[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}
