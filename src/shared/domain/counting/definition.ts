import type { Sex } from '../sex.ts'
import type { EnrolmentRole, EnrolmentState, Modality, PaperKind } from '../training.ts'
import type { Dating, PlaceOf } from './dimensions.ts'

/** Who and what counts; see `contract/counting.ts`. All that is given must hold; an empty list or null asks nothing. */
export interface Definition {
  programmeIds: string[]
  editionIds: string[]
  cohortIds: string[]
  agreementIds: string[]
  commitmentIds: string[]
  actionTypes: string[]
  modalities: Modality[]
  places: string[]
  placeOf: PlaceOf
  roles: EnrolmentRole[]
  states: EnrolmentState[]
  personClasses: ('servidor' | 'lider' | 'locador' | 'otro')[]
  sexes: Sex[]
  ageFrom: number | null
  ageTo: number | null
  sectors: string[]
  organisationKinds: string[]
  organisationIds: string[]
  regimes: string[]
  areas: string[]
  ethnicities: string[]
  languages: string[]
  disabilities: string[]
  leastMinutes: number | null
  leastShare: number | null
  leastMark: number | null
  paper: 'any' | PaperKind | null
  inActa: boolean
  dated: Dating
  /** Codes of `domain/initiatives.ts`. */
  initiativeKinds: string[]
  initiativeStages: string[]
  registerId: string | null
  rowConditions: { fieldId: string; values: string[] }[]
}

/** Asks nothing: everything there is counts, in the period of its group's last day. */
export const emptyDefinition: Definition = {
  programmeIds: [], editionIds: [], cohortIds: [], agreementIds: [], commitmentIds: [], actionTypes: [], modalities: [], places: [], placeOf: 'organisation',
  roles: [], states: [], personClasses: [], sexes: [], ageFrom: null, ageTo: null, sectors: [], organisationKinds: [], organisationIds: [], regimes: [],
  areas: [], ethnicities: [], languages: [], disabilities: [], leastMinutes: null, leastShare: null, leastMark: null, paper: null, inActa: false,
  dated: 'lastDay', initiativeKinds: [], initiativeStages: [], registerId: null, rowConditions: [],
}
