import { useRoute } from '../../router.ts'
import { CohortScreen } from './cohort-screen.tsx'
import { EditionScreen } from './edition-screen.tsx'
import { ProgrammeList } from './programme-list.tsx'

/** Programmes, editions or a group: the address says which. */
export function ProgrammesScreen() {
  const [what, id, ...path] = useRoute().path
  if (what === 'edicion' && id !== undefined) return <EditionScreen key={id} id={id} />
  if (what === 'grupo' && id !== undefined) return <CohortScreen key={id} id={id} path={path} />
  return <ProgrammeList />
}
