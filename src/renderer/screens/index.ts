import type { ComponentType } from 'react'
import type { Place } from '../router.ts'
import { HomeScreen } from './home/home-screen.tsx'

/** What each place shows. A screen reads the rest of the address itself (`useRoute`). */
export const SCREENS: Readonly<Record<Place, ComponentType>> = {
  home: HomeScreen,
  people: HomeScreen,
  programmes: HomeScreen,
  certificates: HomeScreen,
  settings: HomeScreen,
}
