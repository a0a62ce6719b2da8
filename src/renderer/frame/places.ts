import type { MessageKey } from '../../shared/messages/messages.ts'
import type { Place } from '../router.ts'

/** What each place is called. */
export const PLACE_WORDS = {
  home: 'frame.home',
  people: 'frame.people',
  programmes: 'frame.programmes',
  certificates: 'frame.certificates',
  outcomes: 'frame.outcomes',
  settings: 'frame.settings',
} as const satisfies Readonly<Record<Place, MessageKey>>

/** The parts of places that the search box leads to as well, by their words in the address. */
export const PARTS = [
  ['certificates', 'entrega', 'trust.tabDelivery'],
  ['certificates', 'correcciones', 'trust.tabCorrections'],
  ['certificates', 'verificar', 'trust.tabVerify'],
  ['certificates', 'disenos', 'trust.tabDesigns'],
  ['outcomes', 'convenios', 'outcomes.tabAgreements'],
  ['outcomes', 'compromisos', 'outcomes.tabCommitments'],
  ['outcomes', 'indicadores', 'outcomes.tabIndicators'],
  ['outcomes', 'iniciativas', 'outcomes.tabInitiatives'],
  ['outcomes', 'registros', 'outcomes.tabRegisters'],
  ['outcomes', 'red', 'outcomes.tabNetwork'],
  ['outcomes', 'informes', 'outcomes.tabReports'],
  ['settings', 'entidad', 'settings.entity'],
  ['settings', 'firmantes', 'settings.signatories'],
  ['settings', 'numeracion', 'settings.numbering'],
  ['settings', 'sello', 'trust.sealSettings'],
  ['settings', 'desagregacion', 'outcomes.traitSettings'],
] as const satisfies readonly (readonly [Place, string, MessageKey])[]
