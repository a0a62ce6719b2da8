import type { Route } from '../../router.ts'
import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'

export function CorrectionsScreen(props: { readonly path: readonly string[]; readonly params: Route['params'] }) {
  const t = useText()
  return (
    <Screen title={t('trust.tabCorrections')} tabs={<CertificateTabs at="correcciones" />}>
      <p>{props.path.join(' ')}</p>
    </Screen>
  )
}
