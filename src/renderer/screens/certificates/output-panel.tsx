import { useText } from '../../language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PaperOutput } from './paper-output.tsx'

/** The paper of the rows chosen in the register. */
export function OutputPanel(props: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Panel title={t('issuing.takeOut')} subtitle={t('issuing.registerCount', { n: props.ids.length })} onClose={props.onClose}>
      <PaperOutput ids={props.ids} />
    </Panel>
  )
}
