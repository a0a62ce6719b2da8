import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { useEscape } from '../../ui/escape.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconDoorExit, IconPlus } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import type { PersonSeen } from './network-person-panel.tsx'
import style from './network.module.css'

type Consent = NonNullable<PersonSeen['consent']>
type Fields = Takes<'network.saveConsent'>['fields']

/** Whether she stands in the directory: since when, by which paper, with which themes and what it may show of her. */
export function DirectoryConsent(props: { readonly personId: string; readonly consent: PersonSeen['consent']; readonly today: string }) {
  const t = useText()
  const [isGiving, setIsGiving] = useState(false)
  const { consent } = props
  const isIn = consent !== null && consent.withdrawnOn === null
  return (
    <Section
      title={t('networkScreens.directory')}
      actions={
        isIn || isGiving ? undefined : (
          <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setIsGiving(true)}>
            {t('networkScreens.giveConsent')}
          </Button>
        )
      }
    >
      {!isIn && !isGiving && <p className={style['quiet']}>{consent?.withdrawnOn == null ? t('networkScreens.notInDirectory') : t('networkScreens.withdrew', { given: formatDate(consent.givenOn), withdrawn: formatDate(consent.withdrawnOn) })}</p>}
      {!isIn && isGiving && <Give personId={props.personId} today={props.today} onClose={() => setIsGiving(false)} />}
      {isIn && <Given personId={props.personId} consent={consent} today={props.today} onWithdrawn={() => setIsGiving(false)} />}
    </Section>
  )
}

function Give(props: { readonly personId: string; readonly today: string; readonly onClose: () => void }) {
  const t = useText()
  useEscape(true, props.onClose)
  const save = useCommand('network.saveConsent', { said: t('networkScreens.consentSaved') })
  const [fields, setFields] = useState<Fields>({ givenOn: props.today, means: null, showsEmail: false, showsPhone: false, themes: [] })
  const [themes, setThemes] = useState('')
  const put = (patch: Partial<Fields>): void => setFields((old) => ({ ...old, ...patch }))
  const send = async (): Promise<void> => {
    if ((await save.run({ personId: props.personId, fields: { ...fields, themes: themesIn(themes) } })) !== undefined) props.onClose()
  }
  return (
    <form className={style['inset']} aria-label={t('networkScreens.giveConsent')} onSubmit={(event) => (event.preventDefault(), void send())}>
      <p className={style['quiet']}>{t('networkScreens.consentWhy')}</p>
      <Row columns={[2, 3]}>
        <DateField label={t('networkScreens.givenOn')} required autoFocus value={fields.givenOn} onChange={(givenOn) => put({ givenOn: givenOn ?? fields.givenOn })} />
        <TextField label={t('networkScreens.givenBy')} maxLength={200} placeholder={t('networkScreens.givenByHint')} value={fields.means ?? ''} onChange={(means) => put({ means })} />
      </Row>
      <TextField label={t('network.column.themes')} description={t('networkScreens.themesHow')} value={themes} onChange={setThemes} />
      <KnownThemes have={themesIn(themes)} onAdd={(theme) => setThemes([...themesIn(themes), theme].join(', '))} />
      <Shows value={fields} onChange={put} />
      <Failure error={save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.running}>
          {t('networkScreens.include')}
        </Button>
      </div>
    </form>
  )
}

function Given(props: { readonly personId: string; readonly consent: Consent; readonly today: string; readonly onWithdrawn: () => void }) {
  const t = useText()
  const { consent, personId } = props
  const save = useCommand('network.saveConsent', { quiet: true })
  const withdraw = useCommand('network.withdrawConsent', { said: t('networkScreens.withdrawn') })
  const kept: Fields = { givenOn: consent.givenOn, means: consent.means, showsEmail: consent.showsEmail, showsPhone: consent.showsPhone, themes: [...consent.themes] }
  const put = (patch: Partial<Fields>): Promise<unknown> => save.runOrThrow({ personId, fields: { ...kept, ...patch } })
  const takeBack = async (): Promise<void> => {
    if ((await withdraw.run({ personId, on: props.today })) !== undefined) props.onWithdrawn()
  }
  return (
    <div className={style['form']}>
      <Row columns={[2, 3]}>
        <DateField label={t('networkScreens.givenOn')} required value={consent.givenOn} onSave={(givenOn) => put({ givenOn: givenOn ?? consent.givenOn })} />
        <TextField label={t('networkScreens.givenBy')} maxLength={200} placeholder={t('networkScreens.givenByHint')} value={consent.means ?? ''} onSave={(means) => put({ means })} />
      </Row>
      <TextField label={t('network.column.themes')} description={t('networkScreens.themesHow')} value={consent.themes.join(', ')} onSave={(typed) => put({ themes: themesIn(typed) })} />
      <KnownThemes have={consent.themes} onAdd={(theme) => void save.run({ personId, fields: { ...kept, themes: [...consent.themes, theme] } })} />
      <Shows value={consent} onChange={(patch) => void save.run({ personId, fields: { ...kept, ...patch } })} />
      <AttachmentList owner="directoryConsents" ownerId={consent.id} title={t('networkScreens.consentPaper')} />
      <div>
        <Button variant="subtle" leftSection={<IconDoorExit size={16} aria-hidden />} loading={withdraw.running} onClick={() => void takeBack()}>
          {t('networkScreens.withdraw')}
        </Button>
      </div>
      <Failure error={save.error ?? withdraw.error} onClose={() => (save.forget(), withdraw.forget())} />
    </div>
  )
}

function Shows(props: { readonly value: Pick<Fields, 'showsEmail' | 'showsPhone'>; readonly onChange: (patch: Partial<Fields>) => void }) {
  const t = useText()
  return (
    <fieldset className={style['shows']}>
      <legend>{t('networkScreens.shows')}</legend>
      <Checkbox size="sm" label={t('network.column.email')} checked={props.value.showsEmail} onChange={(event) => props.onChange({ showsEmail: event.currentTarget.checked })} />
      <Checkbox size="sm" label={t('network.column.phone')} checked={props.value.showsPhone} onChange={(event) => props.onChange({ showsPhone: event.currentTarget.checked })} />
    </fieldset>
  )
}

/** Themes that others stand under, to be taken by a press: one theme is then written in one way. */
function KnownThemes(props: { readonly have: readonly string[]; readonly onAdd: (theme: string) => void }) {
  const t = useText()
  const known = useQuery('network.directory', {}).data?.themes ?? []
  const have = new Set(props.have.map(searchKey))
  const others = known.filter((one) => !have.has(searchKey(one.theme))).slice(0, 8)
  if (others.length === 0 || props.have.length >= MOST_THEMES) return null
  return (
    <div className={style['themes']}>
      {others.map(({ theme }) => (
        <button key={theme} type="button" aria-label={t('networkScreens.addTheme', { theme })} onClick={() => props.onAdd(theme)}>
          <IconPlus size={12} aria-hidden />
          {theme}
        </button>
      ))}
    </div>
  )
}

/** As the contract takes them. */
const MOST_THEMES = 20
const MOST_LETTERS = 60

/** "Gobierno electrónico, descentralización": each once, however it is written. */
function themesIn(typed: string): string[] {
  const themes = new Map<string, string>()
  for (const theme of typed.split(/[,;\n]/)) if (searchKey(theme) !== '' && !themes.has(searchKey(theme))) themes.set(searchKey(theme), theme.trim().slice(0, MOST_LETTERS))
  return [...themes.values()].slice(0, MOST_THEMES)
}
