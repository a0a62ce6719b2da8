import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'

export function VerifyScreen() {
  const t = useText()
  return (
    <Screen title={t('trust.tabVerify')} tabs={<CertificateTabs at="verificar" />}>
      {null}
    </Screen>
  )
}
