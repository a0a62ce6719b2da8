import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'

export function IndicatorsScreen(_props: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  return (
    <Screen title={t('outcomes.tabIndicators')} tabs={<OutcomeTabs at="indicadores" />}>
      {null}
    </Screen>
  )
}
