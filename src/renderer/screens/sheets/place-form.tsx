import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconArrowRight } from '../../ui/icons.ts'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { dayWords, sessionWords, timeWords } from '../sessions/session-words.ts'
import type { SessionSeen } from '../sessions/session-words.ts'
import type { Evidence } from './evidence-list.tsx'
import style from './sheets.module.css'

/** What it was last put to: pages of one sheet come one after the other. */
interface Chosen {
  readonly sheetId: string | null
  readonly page: string
  readonly sessionId: string | null
}

/** Where a page of the tray belongs: the sheet and its page, or a session. Enter puts it there and the next one comes. */
export function PlaceForm(props: { readonly item: Evidence; readonly seen: CohortSeen; readonly sessions: readonly SessionSeen[] }) {
  const { t, language } = useLanguage()
  const { item, seen } = props
  const [groupId, setGroupId] = useState(seen.cohort.id)
  const sheets = useQuery('sheets.list', { cohortId: groupId })
  const sessions = useQuery('sessions.list', { cohortId: groupId }, { enabled: groupId !== seen.cohort.id })
  const there = groupId === seen.cohort.id ? props.sessions : (sessions.data ?? [])
  const [chosen, setChosen] = useState<Chosen>({ sheetId: null, page: '', sessionId: null })
  const place = useCommand('evidence.place', { said: t('signing.placed') })
  const form = useRef<HTMLFormElement>(null)
  const sheet = sheets.data?.find((one) => one.id === chosen.sheetId)
  const page = /^\d{1,3}$/.test(chosen.page.trim()) ? Number(chosen.page) : undefined
  const isPage = sheet !== undefined && page !== undefined && page >= 1 && page <= sheet.pages
  useFocusEach(item.id, form)

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const to = isPage ? ({ kind: 'page', sheetId: sheet.id, page } as const) : chosen.sessionId !== null ? ({ kind: 'session', sessionId: chosen.sessionId } as const) : undefined
    if (to === undefined) return
    if ((await place.run({ id: item.id, to })) === undefined) return
    setChosen(to.kind === 'page' ? { ...chosen, page: nextMissing(sheet, to.page) } : chosen)
  }
  return (
    <form ref={form} className={style['place']} onSubmit={(event) => void onSubmit(event)}>
      <h2>{t('signing.where')}</h2>
      <GroupField value={groupId} seen={seen} onChange={(id) => (setGroupId(id), setChosen({ sheetId: null, page: '', sessionId: null }))} />
      <SelectField
        label={t('signing.sheet')}
        value={chosen.sheetId}
        canBeEmpty
        choices={(sheets.data ?? []).map((one) => ({ value: one.id, label: `${one.code} · ${dayWords(one.day, language)} ${one.sessions.map(timeWords).join(', ')}` }))}
        onChange={(sheetId) => setChosen({ sheetId, page: nextMissing(sheets.data?.find((one) => one.id === sheetId), 0), sessionId: null })}
      />
      {sheet !== undefined && (
        <TextField
          label={t('signing.page')}
          description={sheet.pagesMissing.length === 0 ? t('signing.pageOfAll', { pages: sheet.pages }) : t('signing.pageOf', { pages: sheet.pages, missing: sheet.pagesMissing })}
          value={chosen.page}
          inputMode="numeric"
          maxLength={3}
          error={chosen.page !== '' && !isPage ? t('signing.noSuchPage', { pages: sheet.pages }) : undefined}
          onChange={(typed) => setChosen({ ...chosen, page: typed })}
        />
      )}
      {chosen.sheetId === null && (
        <SelectField
          label={t('signing.orSession')}
          value={chosen.sessionId}
          canBeEmpty
          choices={there.map((one) => ({ value: one.id, label: sessionWords(one, language) }))}
          onChange={(sessionId) => setChosen({ sheetId: null, page: '', sessionId })}
        />
      )}
      <Failure error={sheets.error ?? place.error} onClose={place.forget} />
      <Button type="submit" variant="filled" disabled={!isPage && chosen.sessionId === null} loading={place.running} rightSection={<IconArrowRight size={16} aria-hidden />}>
        {t('signing.putThere')}
      </Button>
    </form>
  )
}

/** After a page found its place, the keyboard stands ready for the next. */
function useFocusEach(id: string, form: { readonly current: HTMLFormElement | null }): void {
  const before = useRef<string>(undefined)
  useEffect(() => {
    const isNext = before.current !== undefined && before.current !== id
    before.current = id
    const isFree = document.activeElement === document.body || form.current?.contains(document.activeElement) === true
    if (isNext && isFree) form.current?.querySelector<HTMLElement>('[type="submit"]:not(:disabled), input')?.focus()
  }, [id, form])
}

/** The first page after this one that has not come back; the page after it where all have. */
function nextMissing(sheet: Gives<'sheets.list'>[number] | undefined, page: number): string {
  if (sheet === undefined) return ''
  const next = sheet.pagesMissing.find((one) => one > page) ?? sheet.pagesMissing.find((one) => one !== page)
  return next === undefined ? '' : String(next)
}

/** The tray is one for the whole office: a page may belong to another group. */
function GroupField(props: { readonly value: string; readonly seen: CohortSeen; readonly onChange: (id: string) => void }) {
  const { t } = useLanguage()
  const { seen } = props
  const programmes = useQuery('programmes.list', {})
  const groups = (programmes.data ?? []).flatMap((programme) => programme.editions.flatMap((edition) => edition.cohorts.map((cohort) => ({ value: cohort.id, label: [cohort.name, edition.name, programme.shortName ?? programme.name].join(' · ') }))))
  const known = groups.length === 0 ? [{ value: seen.cohort.id, label: seen.cohort.name }] : groups
  return <SelectField label={t('training.cohort')} value={props.value} choices={known} onChange={(id) => id !== null && props.onChange(id)} />
}
