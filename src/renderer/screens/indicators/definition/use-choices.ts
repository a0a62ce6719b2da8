import { useEffect, useMemo, useState } from 'react'
import type { Definition } from '../../../../shared/domain/counting/definition.ts'
import { departments } from '../../../../shared/domain/geography.ts'
import { initiativeKinds, initiativeStages } from '../../../../shared/domain/initiatives.ts'
import { organisationKinds } from '../../../../shared/domain/organisations.ts'
import { regimes } from '../../../../shared/domain/regimes.ts'
import { sectors } from '../../../../shared/domain/sectors.ts'
import { areas, disabilityAnswers } from '../../../../shared/domain/traits.ts'
import { enrolmentRoles, enrolmentStates, modalities } from '../../../../shared/domain/training.ts'
import { useApi, useQuery } from '../../../api.ts'
import type { Gives } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import type { Text } from '../../../language.tsx'
import { actionChoices } from '../../programmes/choices.ts'
import type { Condition, ListCondition, TrainingList } from './conditions.ts'

/** One thing that a condition can be: its value, its name, and what tells it from others of the same name. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string | undefined
  /** How the sentence calls it, where that is not its label. */
  readonly said?: string | undefined
}

/** Places and organisations are found by typing; all else is a list. */
export type Listed = Exclude<ListCondition, 'places' | 'organisationIds'>

export interface Choices {
  /** Programmes, editions, groups, agreements and commitments, each under the list of a definition that it belongs to. */
  readonly training: Readonly<Record<TrainingList, readonly Choice[]>>
  readonly of: (condition: Listed) => readonly Choice[]
  /** Traits that the office does not keep are not offered. */
  readonly isKept: (condition: Condition) => boolean
  readonly registers: Gives<'resultRegisters.list'>
  /** Names of the places and organisations of the definition. */
  readonly nameOf: (condition: 'places' | 'organisationIds', value: string) => string
}

/** All that the conditions of a definition can be, by their names in this office. */
export function useChoices(definition: Definition): Choices {
  const t = useText()
  const tree = useQuery('programmes.list', {}).data
  const agreements = useQuery('agreements.list', {}).data
  const plans = useQuery('commitments.list', {}).data
  const traits = useQuery('traits.settings', {}).data
  const registers = useQuery('resultRegisters.list', {}).data
  const nameOf = useNames(definition)
  return useMemo(() => {
    const lists: Readonly<Record<Listed, readonly Choice[]>> = {
      ...wordLists(t),
      ethnicities: (traits?.ethnicities ?? []).map((one) => ({ value: one.code, label: one.name })),
      languages: (traits?.languages ?? []).map((one) => ({ value: one.code, label: one.name })),
    }
    const training: Choices['training'] = {
      ...programmeLists(tree),
      agreementIds: (agreements ?? []).map((one) => ({ value: one.id, label: one.title, detail: one.number ?? undefined })),
      commitmentIds: (plans ?? []).flatMap((plan) => plan.commitments.map((one) => ({ value: one.id, label: [one.code, one.title].filter((part) => part !== null).join(' '), detail: plan.name }))),
    }
    const kept = new Set(traits?.kept)
    const trait: Partial<Record<Condition, 'ethnicity' | 'language' | 'disability' | 'area'>> = { ethnicities: 'ethnicity', languages: 'language', disabilities: 'disability', areas: 'area' }
    return {
      training,
      of: (condition) => lists[condition],
      isKept: (condition) => {
        const kind = trait[condition]
        return kind === undefined || kept.has(kind)
      },
      registers: registers ?? [],
      nameOf,
    }
  }, [t, tree, agreements, plans, traits, registers, nameOf])
}

function wordLists(t: Text): Omit<Readonly<Record<Listed, readonly Choice[]>>, 'ethnicities' | 'languages'> {
  return {
    actionTypes: actionChoices(t),
    modalities: modalities.map((modality) => ({ value: modality, label: t('training.modalityName', { modality }) })),
    roles: enrolmentRoles.map((role) => ({ value: role, label: t('lists.roleName', { role }) })),
    states: enrolmentStates.map((state) => ({ value: state, label: t('lists.stateName', { state }) })),
    personClasses: ['servidor', 'lider', 'locador', 'otro'].map((personClass) => ({ value: personClass, label: t('people.className', { personClass }) })),
    sexes: ['F', 'M'].map((sex) => ({ value: sex, label: t('lists.sexName', { sex }) })),
    sectors: sectors.map((sector) => ({ value: sector, label: t('lists.sectorName', { sector }) })),
    organisationKinds: organisationKinds.map((kind) => ({ value: kind, label: t('organisations.kindName', { kind }) })),
    regimes: regimes.map((regime) => ({ value: regime, label: t('people.regimeName', { regime }) })),
    areas: areas.map((area) => ({ value: area, label: t('indicatorScreens.areaName', { area }) })),
    disabilities: disabilityAnswers.map((answer) => ({ value: answer, label: t('indicatorScreens.disabilityName', { answer }) })),
    initiativeKinds: initiativeKinds.map((kind) => ({ value: kind, label: t('indicatorScreens.initiativeKindName', { kind }) })),
    initiativeStages: initiativeStages.map((stage) => ({ value: stage, label: t('indicatorScreens.stageName', { stage }) })),
  }
}

function programmeLists(tree: Gives<'programmes.list'> | undefined): Readonly<Record<'programmeIds' | 'editionIds' | 'cohortIds', readonly Choice[]>> {
  const programmes = tree ?? []
  const editions = programmes.flatMap((programme) => programme.editions.map((edition) => ({ edition, programme: programme.shortName ?? programme.name })))
  return {
    programmeIds: programmes.map((one) => ({ value: one.id, label: one.shortName ?? one.name })),
    editionIds: editions.map(({ edition, programme }) => ({ value: edition.id, label: edition.name, detail: `${programme} · ${edition.year}`, said: `${edition.name} (${programme})` })),
    cohortIds: editions.flatMap(({ edition, programme }) => edition.cohorts.map((one) => ({ value: one.id, label: one.name, detail: `${edition.name} · ${programme}`, said: `${one.name} (${programme})` }))),
  }
}

/** The names of the places and organisations that a definition holds by their codes. */
function useNames(definition: Definition): Choices['nameOf'] {
  // A province has no name of its own in the catalogue: its first district tells it.
  const codes = definition.places.filter((code) => code.length > 2).map((code) => (code.length === 4 ? `${code}01` : code))
  const districts = useQuery('geography.districts', { codes, limit: 100 }, { enabled: codes.length > 0, keepOld: true }).data
  const organisations = useOrganisationNames(definition.organisationIds)
  return useMemo(
    () => (condition, value) => {
      if (condition === 'organisationIds') return organisations.get(value) ?? '…'
      if (value.length === 2) return departments.find((one) => one.code === value)?.name ?? value
      const district = districts?.find((one) => one.code.startsWith(value))
      return (value.length === 4 ? district?.province : district?.name) ?? value
    },
    [districts, organisations],
  )
}

/** Organisations of a definition are a handful among thousands: each is asked for once. */
function useOrganisationNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const api = useApi()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const lacking = ids.filter((id) => !names.has(id)).join(' ')
  useEffect(() => {
    let wanted = true
    for (const id of lacking.split(' ').filter((one) => one !== '')) {
      api.client.organisations.get({ id }).then(
        ({ name }) => wanted && setNames((old) => new Map(old).set(id, name)),
        () => undefined,
      )
    }
    return () => void (wanted = false)
  }, [api, lacking])
  return names
}
