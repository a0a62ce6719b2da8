import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'

export function DashboardScreen(_props: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  return (
    <Screen title={t('outcomes.tabOverview')} tabs={<OutcomeTabs at="panorama" />}>
      {null}
    </Screen>
  )
}
