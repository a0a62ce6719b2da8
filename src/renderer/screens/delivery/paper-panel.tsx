import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Note } from '../../ui/note.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { useQuery } from '../../api.ts'
import { DeliveryHistory } from './history-list.tsx'
import type { DeliveryRow } from './state-cells.tsx'

/** One paper on its way: what happened to it, and the way to its record. */
export function PaperPanel(props: { readonly id: string; readonly row: DeliveryRow | undefined; readonly onClose: () => void }) {
  const t = useText()
  const paper = useQuery('certificates.get', { id: props.id }, { enabled: props.row === undefined })
  const number = props.row?.number ?? paper.data?.number ?? ''
  return (
    <Panel title={number} subtitle={props.row?.personName ?? paper.data?.personName} onClose={props.onClose} actions={<a href={href('certificates', [props.id])}>{t('deliveryScreens.seePaper')}</a>}>
      {props.row !== undefined && props.row.waitsFor === 'back' && <Note tone="warn" title={t('deliveryScreens.askBack', { state: props.row.state })}>{t('deliveryScreens.askBackWhy')}</Note>}
      <Section title={t('deliveryScreens.whatHappened')}>
        <DeliveryHistory id={props.id} />
      </Section>
    </Panel>
  )
}
