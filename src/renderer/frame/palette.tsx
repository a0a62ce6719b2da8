import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Modal } from '@mantine/core'
import type { AppError } from '../../shared/rpc/errors.ts'
import { useQuery } from '../api.ts'
import { useText } from '../language.tsx'
import { go } from '../router.ts'
import { IconArrowRight, IconCertificate, IconSearch, IconSchool, IconUsers } from '../ui/icons.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { useOffered } from './commands.ts'
import style from './palette.module.css'

interface Entry {
  readonly id: string
  readonly group: string
  readonly Icon: typeof IconUsers
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly run: () => void
}

/** Finds people, groups, certificates and orders as one types; arrows and Enter. */
export function Palette(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Modal opened={props.open} onClose={props.onClose} withCloseButton={false} size={640} yOffset="12vh" centered={false} padding={0} attributes={{ content: { 'aria-label': t('frame.search') } }}>
      {props.open && <Search onClose={props.onClose} />}
    </Modal>
  )
}

function Search(props: { readonly onClose: () => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { entries, asking, error } = useEntries(text.trim())
  const current = Math.min(at, entries.length - 1)

  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return
    props.onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') choose(entries[current])
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || entries.length === 0) return
    event.preventDefault()
    setAt((current + step + entries.length) % entries.length)
  }
  return (
    <div className={style['palette']}>
      <div className={style['box']}>
        <IconSearch size={20} stroke={1.5} aria-hidden />
        {/* At once, not when the dialog has settled: the first letters are typed already. */}
        <input
          data-autofocus
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          role="combobox"
          aria-expanded="false"
          aria-controls="palette-found"
          aria-activedescendant={entries[current] === undefined ? undefined : `palette-${current}`}
          aria-label={t('frame.search')}
          placeholder={t('frame.searchHint')}
          value={text}
          onChange={(event) => (setText(event.currentTarget.value), setAt(0))}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
        <KeyHint keys="Esc" />
      </div>
      <div id="palette-found" role="listbox" aria-label={t('frame.search')} className={style['found']}>
        {entries.map((entry, index) => (
          <div key={entry.id}>
            {entry.group !== entries[index - 1]?.group && <div className={style['group']}>{entry.group}</div>}
            {/* The keyboard chooses from the box above. */}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
            <div
              id={`palette-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={style['entry']}
              ref={index === current ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
              onClick={() => choose(entry)}
              onPointerMove={() => setAt(index)}
            >
              <entry.Icon size={17} stroke={1.5} aria-hidden />
              <span>{entry.label}</span>
              {entry.detail !== undefined && <small>{entry.detail}</small>}
              {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
            </div>
          </div>
        ))}
        {error !== undefined && <p className={style['nothing']} role="alert">{error.message}</p>}
        {entries.length === 0 && !asking && error === undefined && <p className={style['nothing']}>{t('frame.searchNothing', { text: text.trim() })}</p>}
      </div>
    </div>
  )
}

function useEntries(text: string): { readonly entries: readonly Entry[]; readonly asking: boolean; readonly error: AppError | undefined } {
  const t = useText()
  const commands = useOffered()
  const found = useQuery('search.everywhere', { text }, { enabled: text.length > 1, keepOld: true })
  const data = text.length > 1 ? found.data : undefined
  const wanted = folded(text).split(/\s+/)
  const orders = commands.filter((one) => wanted.every((word) => folded(one.label).includes(word)))
  const entries: Entry[] = [
    ...(data?.people ?? []).map((one) => ({ id: one.id, group: t('frame.people'), Icon: IconUsers, label: one.name, detail: one.document ?? '', run: () => go('people', [one.id]) })),
    ...(data?.cohorts ?? []).map((one) => ({ id: one.id, group: t('frame.cohorts'), Icon: IconSchool, label: one.name, detail: one.edition, run: () => go('programmes', ['grupo', one.id]) })),
    ...(data?.certificates ?? []).map((one) => ({ id: one.id, group: t('frame.certificates'), Icon: IconCertificate, label: one.number, detail: one.name, run: () => go('certificates', [one.id]) })),
    ...orders.map((one) => ({ id: one.id, group: t('frame.commands'), Icon: IconArrowRight, label: one.label, ...(one.keys === undefined ? {} : { keys: one.keys }), run: one.run })),
  ]
  return { entries, asking: found.loading, error: text.length > 1 ? found.error : undefined }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()
}
