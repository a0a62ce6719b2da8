import type { ReactNode } from 'react'
import type { Crumb } from '../../frame/crumbs.ts'
import type { MessageKey } from '../../../shared/messages/messages.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { TabLine } from '../../ui/tab-line.tsx'
import type { CohortSeen } from './cohort-screen.tsx'
import style from './programmes.module.css'

/** The parts of a group as they stand in the address; people are the first, without a word of their own. */
export const COHORT_TABS = ['personas', 'resumen', 'sesiones', 'asistencia', 'notas', 'resultados', 'encuestas', 'aplicacion'] as const
export type CohortTab = (typeof COHORT_TABS)[number]

const WORDS = {
  personas: 'training.tabPeople',
  resumen: 'training.tabProgress',
  sesiones: 'training.tabSessions',
  asistencia: 'training.tabAttendance',
  notas: 'training.tabMarks',
  resultados: 'training.tabResults',
  encuestas: 'training.tabSurveys',
  aplicacion: 'training.tabApplication',
} as const satisfies Record<CohortTab, MessageKey>

/** What each tab is handed: the group, and what stands in the address after the tab's own word. */
export interface CohortTabProps {
  readonly seen: CohortSeen
  readonly path: readonly string[]
}

/** Where a tab of a group lies. */
export function cohortHref(cohortId: string, tab: CohortTab, rest: readonly string[] = [], params: Readonly<Record<string, string>> = {}): string {
  return href('programmes', ['grupo', cohortId, ...(tab === 'personas' ? [] : [tab]), ...rest], params)
}

interface Framed {
  readonly title: string
  readonly about: ReactNode
  readonly crumbs: readonly Crumb[]
  readonly tabs: ReactNode
}

/** What every tab of a group has above it: spread into `Screen`. */
export function useCohortFrame({ cohort, edition, programme }: CohortSeen, at: CohortTab): Framed {
  const t = useText()
  const name = programme.shortName ?? programme.name
  const tabs = COHORT_TABS.map((tab) => ({ word: t(WORDS[tab]), href: cohortHref(cohort.id, tab), isOpen: tab === at }))
  return {
    title: cohort.name,
    about: <span className={style['about']}>{[edition.name, name].join(' · ')}</span>,
    crumbs: [
      { word: name, href: href('programmes', [], { programa: programme.id }) },
      { word: edition.name, href: href('programmes', ['edicion', edition.id]) },
      { word: cohort.name, ...(at === 'personas' ? {} : { href: cohortHref(cohort.id, 'personas') }) },
      ...(at === 'personas' ? [] : [{ word: t(WORDS[at]) }]),
    ],
    tabs: <TabLine label={t('training.cohort')} tabs={tabs} />,
  }
}
