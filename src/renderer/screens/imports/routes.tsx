import type { ComponentType, ReactElement } from 'react'
import { useRoute } from '../../router.ts'
import type { Route } from '../../router.ts'
import { ImportWizard } from './import-wizard.tsx'
import { ImportsList } from './imports-list.tsx'

/** What an address of importing shows, at whichever place it stands; undefined for any other address. */
export function importsShown(route: Route): ReactElement | undefined {
  const [first, second] = route.path
  if (first === 'importar') {
    const { edicion, grupo } = route.params
    return <ImportWizard key={`${edicion}${grupo}`} editionId={edicion} cohortId={grupo} />
  }
  return first === 'importaciones' ? <ImportsList place={route.place} openId={second} /> : undefined
}

/** A place's screen that also answers to `importar` and `importaciones`. */
export function withImports(Shown: ComponentType): ComponentType {
  return function WithImports() {
    return importsShown(useRoute()) ?? <Shown />
  }
}
