import type { MessageKey } from '../../../shared/messages/messages.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { TabLine } from '../../ui/tab-line.tsx'

/** The parts of the place "Resultados" as they stand in the address; the overview is the first, without a word of its own. */
const OUTCOME_TABS = ['panorama', 'indicadores', 'convenios', 'compromisos', 'iniciativas', 'registros', 'red', 'informes'] as const
export type OutcomeTab = (typeof OUTCOME_TABS)[number]

const WORDS = {
  panorama: 'outcomes.tabOverview',
  indicadores: 'outcomes.tabIndicators',
  convenios: 'outcomes.tabAgreements',
  compromisos: 'outcomes.tabCommitments',
  iniciativas: 'outcomes.tabInitiatives',
  registros: 'outcomes.tabRegisters',
  red: 'outcomes.tabNetwork',
  informes: 'outcomes.tabReports',
} as const satisfies Record<OutcomeTab, MessageKey>

/** The line of tabs that every part of "Resultados" has under its title: `tabs` of `Screen`. */
export function OutcomeTabs(props: { readonly at: OutcomeTab }) {
  const t = useText()
  const tabs = OUTCOME_TABS.map((tab) => ({ word: t(WORDS[tab]), href: href('outcomes', tab === 'panorama' ? [] : [tab]), isOpen: tab === props.at }))
  return <TabLine label={t('frame.outcomes')} tabs={tabs} />
}
