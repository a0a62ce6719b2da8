import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { parseNumber } from '../../../../shared/domain/numbers.ts'
import type { Definition } from '../../../../shared/domain/counting/definition.ts'
import { useText } from '../../../language.tsx'
import { CheckList, OneOf } from './check-list.tsx'
import { trainingLists } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { OrganisationChoice, PlaceChoice } from './found-list.tsx'
import type { Choices } from './use-choices.ts'
import style from './definition.module.css'

interface EditorProps {
  readonly condition: Condition
  readonly definition: Definition
  readonly choices: Choices
  readonly onChange: (definition: Definition) => void
}

/** What opens under the chip of a condition: its choice. */
export function ConditionEditor(props: EditorProps) {
  const t = useText()
  const { condition, definition, choices, onChange } = props
  const label = t(`indicatorScreens.condition.${condition}`)
  if (condition === 'training') return <Training {...props} />
  if (condition === 'ages') return <Ages {...props} />
  if (condition === 'leastShare') return <Least label={label} why={t('indicatorScreens.leastShareWhy')} most={100} value={definition.leastShare} onChange={(leastShare) => onChange({ ...definition, leastShare })} />
  if (condition === 'leastMark') return <Least label={label} why={t('indicatorScreens.leastMarkWhy')} most={20} value={definition.leastMark} onChange={(leastMark) => onChange({ ...definition, leastMark })} />
  if (condition === 'leastMinutes') {
    return <Least label={label} why={t('indicatorScreens.leastHoursWhy')} most={10_000} value={definition.leastMinutes === null ? null : definition.leastMinutes / 60} onChange={(hours) => onChange({ ...definition, leastMinutes: hours === null ? null : Math.round(hours * 60) })} />
  }
  if (condition === 'paper') {
    return <OneOf label={label} value={definition.paper ?? 'any'} choices={(['any', 'certificado', 'constancia'] as const).map((paper) => ({ value: paper, label: t('indicatorScreens.paperName', { paper }) }))} onChange={(paper) => onChange({ ...definition, paper })} />
  }
  if (condition === 'inActa') return <p className={style['soft']}>{t('indicatorScreens.inActaWhy')}</p>
  if (condition === 'registerId') {
    return <OneOf label={label} value={definition.registerId ?? ''} choices={choices.registers.map((one) => ({ value: one.id, label: one.name, detail: one.rowName }))} onChange={(registerId) => onChange({ ...definition, registerId, rowConditions: registerId === definition.registerId ? definition.rowConditions : [] })} />
  }
  if (condition === 'rowConditions') return <RowValues {...props} />
  if (condition === 'places') return <PlaceChoice value={definition.places} placeOf={definition.placeOf} nameOf={(value) => choices.nameOf('places', value)} onChange={(places, placeOf) => onChange({ ...definition, places, placeOf })} />
  if (condition === 'organisationIds') return <OrganisationChoice value={definition.organisationIds} nameOf={(value) => choices.nameOf('organisationIds', value)} onChange={(organisationIds) => onChange({ ...definition, organisationIds })} />
  return <CheckList label={label} choices={choices.of(condition)} value={definition[condition]} onChange={(value) => onChange({ ...definition, [condition]: value })} />
}

/** Any programme, edition, group, agreement or commitment, in one list that is looked through by typing. */
function Training({ condition, definition, choices, onChange }: EditorProps) {
  const t = useText()
  const all = trainingLists.flatMap((list) => choices.training[list].map((one) => ({ value: `${list} ${one.value}`, label: one.label, detail: [t(`indicatorScreens.training.${list}`), one.detail].filter(Boolean).join(' · ') })))
  const value = trainingLists.flatMap((list) => definition[list].map((one) => `${list} ${one}`))
  const put = (chosen: readonly string[]): void => {
    const lists = Object.fromEntries(trainingLists.map((list) => [list, chosen.filter((one) => one.startsWith(`${list} `)).map((one) => one.slice(list.length + 1))]))
    onChange({ ...definition, ...lists })
  }
  return (
    <>
      <p className={style['soft']}>{t('indicatorScreens.trainingWhy')}</p>
      <CheckList label={t(`indicatorScreens.condition.${condition}`)} choices={all} value={value} onChange={put} />
    </>
  )
}

/** A figure that is the least that counts. */
function Least(props: { readonly label: string; readonly why: string; readonly most: number; readonly value: number | null; readonly onChange: (value: number | null) => void }) {
  const t = useText()
  const [typed, setTyped] = useState(props.value === null ? '' : String(props.value))
  const [isWrong, setWrong] = useState(false)
  const type = (text: string): void => {
    setTyped(text)
    const value = text.trim() === '' ? null : parseNumber(text)
    const bad = text.trim() !== '' && (value === null || value < 0 || value > props.most)
    setWrong(bad)
    if (!bad) props.onChange(value)
  }
  return <TextInput data-autofocus label={props.label} description={props.why} inputMode="decimal" value={typed} error={isWrong ? t('indicatorScreens.badNumber') : undefined} onChange={(event) => type(event.currentTarget.value)} />
}

function Ages({ definition, onChange }: EditorProps) {
  const t = useText()
  const year = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 120 ? Number(typed) : null)
  const [from, setFrom] = useState(definition.ageFrom?.toString() ?? '')
  const [to, setTo] = useState(definition.ageTo?.toString() ?? '')
  return (
    <>
      <div className={style['pair']}>
        <TextInput data-autofocus label={t('indicatorScreens.agesFrom')} inputMode="numeric" maxLength={3} value={from} onChange={(event) => (setFrom(event.currentTarget.value), onChange({ ...definition, ageFrom: year(event.currentTarget.value) }))} />
        <TextInput label={t('indicatorScreens.agesTo')} inputMode="numeric" maxLength={3} value={to} onChange={(event) => (setTo(event.currentTarget.value), onChange({ ...definition, ageTo: year(event.currentTarget.value) }))} />
      </div>
      <p className={style['soft']}>{t('indicatorScreens.agesWhy')}</p>
    </>
  )
}

/** What fields of choice of a register must say. */
function RowValues({ definition, choices, onChange }: EditorProps) {
  const t = useText()
  const register = choices.registers.find((one) => one.id === definition.registerId)
  const fields = register?.fields.filter((one) => one.kind === 'choice' || one.kind === 'yesno') ?? []
  if (register === undefined) return <p className={style['soft']}>{t('indicatorScreens.registerChoose')}</p>
  if (fields.length === 0) return <p className={style['soft']}>{t('indicatorScreens.nothingToChoose')}</p>
  const put = (fieldId: string, values: string[]): void => {
    const others = definition.rowConditions.filter((one) => one.fieldId !== fieldId)
    onChange({ ...definition, rowConditions: values.length === 0 ? others : [...others, { fieldId, values }] })
  }
  return fields.map((field) => (
    <div key={field.id}>
      <h4>{field.label}</h4>
      <CheckList
        label={field.label}
        choices={field.kind === 'yesno' ? [{ value: 'yes', label: t('indicatorScreens.yes') }, { value: 'no', label: t('indicatorScreens.no') }] : field.options.map((option) => ({ value: option, label: option }))}
        value={definition.rowConditions.find((one) => one.fieldId === field.id)?.values ?? []}
        onChange={(values) => put(field.id, values)}
      />
    </div>
  ))
}
