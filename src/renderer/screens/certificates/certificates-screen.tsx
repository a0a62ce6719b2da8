import { useRoute } from '../../router.ts'
import { CorrectionsScreen } from '../corrections/corrections-screen.tsx'
import { DeliveryScreen } from '../delivery/delivery-screen.tsx'
import { DesignsScreen } from '../designs/designs-screen.tsx'
import { DesignEditor } from '../designs/editor/design-editor.tsx'
import { VerifyScreen } from '../verify/verify-screen.tsx'
import { IssueScreen } from './issue-screen.tsx'
import { RegisterScreen } from './register-screen.tsx'

/** Certificates: the register, issuing at `emitir`, and what comes after: delivery, corrections, verifying, designs. */
export function CertificatesScreen() {
  const { path, params } = useRoute()
  const [first, ...rest] = path
  if (first === 'emitir') return <IssueScreen key={JSON.stringify(params)} params={params} />
  if (first === 'entrega') return <DeliveryScreen path={rest} params={params} />
  if (first === 'correcciones') return <CorrectionsScreen path={rest} params={params} />
  if (first === 'verificar') return <VerifyScreen />
  if (first === 'disenos') return rest[0] === undefined ? <DesignsScreen /> : <DesignEditor key={rest[0]} id={rest[0]} />
  return <RegisterScreen openId={first} params={params} />
}
