import { CommitmentPage } from './commitment-page.tsx'
import { PlanList } from './plan-list.tsx'

/** The plans, or one commitment: the address says which. */
export function CommitmentsScreen(props: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const [first, second] = props.path
  if (first === undefined || first === 'nuevo' || first === 'plan') return <PlanList open={first} planId={first === 'nuevo' ? props.params['plan'] : second} />
  return <CommitmentPage key={first} id={first} params={props.params} />
}
