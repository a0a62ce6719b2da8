import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'

/** The models of the app and the office's own designs. */
export function DesignsScreen() {
  const t = useText()
  return (
    <Screen title={t('trust.tabDesigns')} tabs={<CertificateTabs at="disenos" />}>
      {null}
    </Screen>
  )
}
