import { useRoute } from '../../router.ts'
import { IssueScreen } from './issue-screen.tsx'
import { RegisterScreen } from './register-screen.tsx'

/** Certificates: the register, and issuing at `emitir`. */
export function CertificatesScreen() {
  const { path, params } = useRoute()
  const [first] = path
  if (first === 'emitir') return <IssueScreen key={JSON.stringify(params)} params={params} />
  return <RegisterScreen openId={first} params={params} />
}
