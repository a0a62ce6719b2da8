import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Section } from '../../ui/panel.tsx'
import { DeliveryHistory } from './history-list.tsx'

/** In the panel of a certificate: whether it was printed, signed and handed over, and when. */
export function DeliveryLine(props: { readonly id: string }) {
  const t = useText()
  return (
    <Section title={t('trust.tabDelivery')} actions={<a href={href('certificates', ['entrega', props.id])}>{t('deliveryScreens.goDelivery')}</a>}>
      <DeliveryHistory id={props.id} />
    </Section>
  )
}
