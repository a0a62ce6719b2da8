import type { ComponentType } from 'react'
import type { Place } from '../router.ts'
import { CertificatesScreen } from './certificates/certificates-screen.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { withImports } from './imports/routes.tsx'
import { OutcomesScreen } from './outcomes/outcomes-screen.tsx'
import { PeopleScreen } from './people/people-screen.tsx'
import { ProgrammesScreen } from './programmes/programmes-screen.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'

/** What each place shows. A screen reads the rest of the address itself (`useRoute`). */
export const SCREENS: Readonly<Record<Place, ComponentType>> = {
  home: HomeScreen,
  people: withImports(PeopleScreen),
  programmes: withImports(ProgrammesScreen),
  certificates: CertificatesScreen,
  outcomes: OutcomesScreen,
  settings: SettingsScreen,
}
