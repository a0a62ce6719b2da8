import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'

export function FunderReportsScreen(_props: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  return (
    <Screen title={t('outcomes.tabReports')} tabs={<OutcomeTabs at="informes" />}>
      {null}
    </Screen>
  )
}
