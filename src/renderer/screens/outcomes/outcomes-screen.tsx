import { useRoute } from '../../router.ts'
import { AgreementsScreen } from '../agreements/agreements-screen.tsx'
import { CommitmentsScreen } from '../commitments/commitments-screen.tsx'
import { DashboardScreen } from '../dashboard/dashboard-screen.tsx'
import { FunderReportsScreen } from '../funder-reports/funder-reports-screen.tsx'
import { IndicatorsScreen } from '../indicators/indicators-screen.tsx'
import { InitiativesScreen } from '../initiatives/initiatives-screen.tsx'
import { NetworkScreen } from '../network/network-screen.tsx'
import { RegistersScreen } from '../registers/registers-screen.tsx'

/** Results: what funders are told, and what it stands on. */
export function OutcomesScreen() {
  const { path, params } = useRoute()
  const [first, ...rest] = path
  if (first === 'indicadores') return <IndicatorsScreen path={rest} params={params} />
  if (first === 'convenios') return <AgreementsScreen path={rest} params={params} />
  if (first === 'compromisos') return <CommitmentsScreen path={rest} params={params} />
  if (first === 'iniciativas') return <InitiativesScreen path={rest} params={params} />
  if (first === 'registros') return <RegistersScreen path={rest} params={params} />
  if (first === 'red') return <NetworkScreen path={rest} params={params} />
  if (first === 'informes') return <FunderReportsScreen path={rest} params={params} />
  return <DashboardScreen path={path} params={params} />
}
