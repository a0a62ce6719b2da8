import { useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { IconChevronDown, IconChevronRight, IconCircleCheck, IconPencil, IconPlus } from '../../ui/icons.ts'
import type { Line } from './tree-lines.ts'
import { periodText } from './words.ts'
import style from './tree.module.css'

/**
 * Programmes, editions and groups as one list with levels. Arrows move, right opens and left closes, Enter goes in
 * (the keys of a `treegrid`, WAI-ARIA APG). Tab reaches the buttons of the line one is on.
 */
export function ProgrammeTree(props: {
  readonly lines: readonly Line[]
  readonly chosen?: string | undefined
  readonly onToggle: (id: string) => void
  readonly onOpen: (line: Line) => void
  readonly onNewEdition: (programmeId: string) => void
}) {
  const t = useText()
  const { lines } = props
  const body = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const at = Math.max(0, lines.findIndex((line) => line.id === current))

  const focus = (index: number): void => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (line === undefined) return
    setCurrent(line.id)
    body.current?.querySelector<HTMLElement>(`[data-line="${line.id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[at]
    if (line === undefined || event.target !== event.currentTarget.querySelector(`[data-line="${line.id}"]`)) return
    const moved = wanted(event.key, at, lines)
    if (moved !== undefined) focus(moved)
    else if (event.key === 'ArrowRight' && line.opened === false) props.onToggle(line.id)
    else if (event.key === 'ArrowLeft' && line.opened === true) props.onToggle(line.id)
    else if (event.key === 'Enter') props.onOpen(line)
    else return
    event.preventDefault()
  }
  const names = new Map(lines.filter((line) => line.level === 1).map((line) => [line.id, nameOf(line)]))
  const headings: readonly (readonly [string, boolean])[] = [
    [t('training.programme'), false], [t('training.year'), false], [t('training.dates'), false], [t('training.hours'), true], [t('training.people'), true], [t('training.certificates'), true],
  ]
  return (
    // The key is heard here for all the lines; each line takes the focus itself.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div role="treegrid" aria-label={t('frame.programmes')} className={style['tree']} ref={body} onKeyDown={onKeyDown}>
      <div role="row" className={style['heads']}>
        {headings.map(([word, right]) => (
          <div key={word} role="columnheader" data-right={right}>
            {word}
          </div>
        ))}
      </div>
      {lines.map((line, index) => (
        <TreeLine key={line.id} line={line} programme={names.get(line.parent ?? '')} isCurrent={index === at} isChosen={line.id === props.chosen} onFocus={() => setCurrent(line.id)} {...props} />
      ))}
    </div>
  )
}

function wanted(key: string, at: number, lines: readonly Line[]): number | undefined {
  const line = lines[at]
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  if (key === 'End') return lines.length - 1
  if (key === 'ArrowRight' && line?.opened === true) return at + 1
  if (key === 'ArrowLeft' && line?.opened !== true && line?.parent !== null) return lines.findIndex((one) => one.id === line?.parent)
  return undefined
}

function TreeLine(props: {
  readonly line: Line
  /** Name of the programme that the line stands under. */
  readonly programme: string | undefined
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onFocus: () => void
  readonly onToggle: (id: string) => void
  readonly onOpen: (line: Line) => void
  readonly onNewEdition: (programmeId: string) => void
}) {
  const { line } = props
  const { what } = line
  const edition = what.kind === 'edition' ? what.edition : undefined
  return (
    // The keyboard's way is Enter, heard by the tree.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-level={line.level}
      aria-posinset={line.at}
      aria-setsize={line.of}
      {...(line.opened === null ? {} : { 'aria-expanded': line.opened })}
      data-line={line.id}
      data-level={line.level}
      data-chosen={props.isChosen}
      className={style['line']}
      tabIndex={props.isCurrent ? 0 : -1}
      onFocus={props.onFocus}
      onClick={() => props.onOpen(line)}
    >
      <div role="gridcell" className={style['name']} {...(what.kind === 'programme' && { 'aria-colspan': 4 })}>
        <Toggle {...props} />
        <Name line={line} programme={props.programme} />
        {what.kind === 'programme' && <ProgrammeActs id={line.id} name={what.programme.name} {...props} />}
      </div>
      {what.kind !== 'programme' && (
        <>
          <div role="gridcell" className={style['year']}>{edition?.year}</div>
          <div role="gridcell" className={style['dates']}>{periodText(what.kind === 'edition' ? what.edition : what.cohort)}</div>
          <div role="gridcell" data-right className={style['hours']}>{edition?.hours}</div>
        </>
      )}
      <div role="gridcell" data-right>{counted(line.sums.people)}</div>
      <div role="gridcell" data-right className={style['certificates']}>
        <AllCertified line={line} />
        {counted(line.sums.certificates)}
      </div>
    </div>
  )
}

function Toggle(props: { readonly line: Line; readonly onToggle: (id: string) => void }) {
  const t = useText()
  const { line } = props
  if (line.opened === null) return <span className={style['toggle']} />
  const name = nameOf(line)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={style['toggle']}
      aria-label={line.opened ? t('training.closeTree', { name }) : t('training.openTree', { name })}
      onClick={(event) => {
        event.stopPropagation()
        props.onToggle(line.id)
      }}
    >
      {line.opened ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
    </button>
  )
}

function Name(props: { readonly line: Line; readonly programme: string | undefined }): ReactNode {
  const t = useText()
  const { what } = props.line
  if (what.kind === 'cohort') return <span className={style['words']}>{what.cohort.name}</span>
  const none = what.kind === 'programme' ? what.programme.editions.length === 0 && t('training.noEditions') : what.edition.cohorts.length === 0 && t('training.noCohorts')
  const title = what.kind === 'edition' && what.edition.title !== null && what.edition.title !== props.programme ? what.edition.title : undefined
  return (
    <span className={style['words']}>
      {nameOf(props.line)}
      {title !== undefined && <em title={title}>{title}</em>}
      {none !== false && <small>{none}</small>}
    </span>
  )
}

function ProgrammeActs(props: { readonly id: string; readonly name: string; readonly isCurrent: boolean; readonly line: Line; readonly onOpen: (line: Line) => void; readonly onNewEdition: (programmeId: string) => void }) {
  const t = useText()
  return (
    // Only so that a press on a button is not also one on the line.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span className={style['acts']} onClick={(event) => event.stopPropagation()}>
      <Button variant="subtle" size="compact-sm" tabIndex={props.isCurrent ? 0 : -1} aria-label={t('training.newEditionOf', { programme: props.name })} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => props.onNewEdition(props.id)}>
        {t('training.newEdition')}
      </Button>
      <Button variant="subtle" size="compact-sm" tabIndex={props.isCurrent ? 0 : -1} aria-label={t('training.editProgramme', { programme: props.name })} title={t('training.editProgramme', { programme: props.name })} onClick={() => props.onOpen(props.line)}>
        <IconPencil size={15} aria-hidden />
      </Button>
    </span>
  )
}

function AllCertified(props: { readonly line: Line }) {
  const t = useText()
  const { people, certificates } = props.line.sums
  if (people === 0 || certificates < people) return null
  return (
    <span className={style['whole']} title={t('training.allCertified')}>
      <IconCircleCheck size={15} aria-hidden />
      <span className="unseen">{t('training.allCertified')}</span>
    </span>
  )
}

function nameOf({ what }: Line): string {
  return what.kind === 'programme' ? what.programme.name : what.kind === 'edition' ? what.edition.name : what.cohort.name
}

/** A dash for none: zeros would make the column hard to read. */
function counted(n: number): string {
  return n === 0 ? '–' : n.toLocaleString('es-PE')
}
