import { actionTypes, enrolmentRoles, enrolmentStates, hourKindOf, hourKinds, modalities } from '../../../shared/domain/training.ts'
import type { Text } from '../../language.tsx'
import type { Choice } from '../../ui/fields/select-field.tsx'

/** What each type of action is called: the words that its certificate will print. */
export function actionChoices(t: Text): readonly Choice[] {
  return actionTypes.map((type) => ({ value: type, label: t('training.actionName', { noun: t('certificates.noun', { type }) }) }))
}

export function modalityChoices(t: Text): readonly Choice[] {
  return modalities.map((modality) => ({ value: modality, label: t('training.modalityName', { modality }) }))
}

/** The named kinds of hour by their minutes, and the length in use where it is none of them. */
export function hourChoices(t: Text, inUse: number): readonly Choice[] {
  const minutes = [...new Set([...hourKinds.map((one) => one.minutes), inUse])].toSorted((one, other) => one - other)
  return minutes.map((one) => ({ value: String(one), label: t('training.hourKindName', { minutes: one, kind: hourKindOf(one) ?? '' }) }))
}

export function roleChoices(t: Text): readonly Choice[] {
  return enrolmentRoles.map((role) => ({ value: role, label: t('lists.roleName', { role }) }))
}

export function stateChoices(t: Text): readonly Choice[] {
  return enrolmentStates.map((state) => ({ value: state, label: t('lists.stateName', { state }) }))
}
