import { useText } from '../../../language.tsx'
import { Screen } from '../../../ui/screen.tsx'

/** One design, to be made by hand. `id` is of an own design: a model is copied first. */
export function DesignEditor(props: { readonly id: string }) {
  const t = useText()
  return (
    <Screen title={t('trust.tabDesigns')} crumbs={[{ word: props.id }]}>
      {null}
    </Screen>
  )
}
