import type { Route } from '../../router.ts'
import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'

export function DeliveryScreen(props: { readonly path: readonly string[]; readonly params: Route['params'] }) {
  const t = useText()
  return (
    <Screen title={t('trust.tabDelivery')} tabs={<CertificateTabs at="entrega" />}>
      <p>{props.path.join(' ')}</p>
    </Screen>
  )
}
