import { useRoute } from '../../router.ts'
import { OrganisationsScreen } from '../organisations/organisations-screen.tsx'
import { PeopleList } from './people-list.tsx'

/** People, and under them the organisations they come from. */
export function PeopleScreen() {
  const [first, second] = useRoute().path
  return first === 'organizaciones' ? <OrganisationsScreen openId={second} /> : <PeopleList openId={first} />
}
