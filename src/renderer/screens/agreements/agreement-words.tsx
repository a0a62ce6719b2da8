import type { AgreementState } from '../../../shared/domain/agreements.ts'
import { agreementKinds, itemKinds, partyRoles } from '../../../shared/domain/agreements.ts'
import { usualCurrencies } from '../../../shared/domain/currencies.ts'
import { figureWords } from '../../../shared/domain/numbers.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import type { Choice } from '../../ui/fields/select-field.tsx'
import { IconCircleCheck, IconClock, IconPencil } from '../../ui/icons.ts'
import style from './agreements.module.css'

const SIGNS = { draft: IconPencil, inForce: IconCircleCheck, over: IconClock } as const

/** Where an agreement stands today: a sign and a word. */
export function AgreementStateWord(props: { readonly state: AgreementState }) {
  const t = useText()
  const Sign = SIGNS[props.state]
  return (
    <span className={style['state']} data-state={props.state}>
      <Sign size={15} stroke={1.75} aria-hidden />
      {t('agreementScreens.stateName', { state: props.state })}
    </span>
  )
}

export function kindChoices(t: Text): Choice[] {
  return agreementKinds.map((kind) => ({ value: kind, label: t('agreementScreens.kindName', { kind }) }))
}

export function roleChoices(t: Text): Choice[] {
  return partyRoles.map((role) => ({ value: role, label: t('agreementScreens.roleName', { role }) }))
}

export function itemChoices(t: Text): Choice[] {
  return itemKinds.map((kind) => ({ value: kind, label: t('agreementScreens.itemKindName', { kind }) }))
}

/** "PEN, soles": the usual ones, and the one that is there already. */
export function currencyChoices(t: Text, there: string | null = null): Choice[] {
  const codes: string[] = [...usualCurrencies]
  if (there !== null && !codes.includes(there)) codes.push(there)
  return codes.map((code) => ({ value: code, label: t('agreementScreens.currencyOf', { code, name: t('budget.currencyName', { code }) }) }))
}

/** 1,250.5: two decimals at most, none that say nothing. */
export function quantityText(value: number): string {
  return figureWords(value)
}

/** A quantity as people type it; null for nothing, undefined for what is none. */
export function readQuantity(typed: string): number | null | undefined {
  const text = typed.trim().replace(/\s/g, '')
  if (text === '') return null
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}

/** A percentage from 0 to 100, with two decimals at most; undefined for anything else. */
export function readShare(typed: string): number | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  const share = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  return share >= 0 && share <= 100 ? share : undefined
}
