import type { MessageKey } from '../../../shared/messages/messages.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { TabLine } from '../../ui/tab-line.tsx'

/** The parts of the place "Certificados" as they stand in the address; the register is the first, without a word of its own. */
const CERTIFICATE_TABS = ['registro', 'entrega', 'correcciones', 'verificar', 'disenos'] as const
export type CertificateTab = (typeof CERTIFICATE_TABS)[number]

const WORDS = {
  registro: 'trust.tabRegister',
  entrega: 'trust.tabDelivery',
  correcciones: 'trust.tabCorrections',
  verificar: 'trust.tabVerify',
  disenos: 'trust.tabDesigns',
} as const satisfies Record<CertificateTab, MessageKey>

/** The line of tabs that every part of "Certificados" has under its title: `tabs` of `Screen`. */
export function CertificateTabs(props: { readonly at: CertificateTab }) {
  const t = useText()
  const tabs = CERTIFICATE_TABS.map((tab) => ({ word: t(WORDS[tab]), href: href('certificates', tab === 'registro' ? [] : [tab]), isOpen: tab === props.at }))
  return <TabLine label={t('frame.certificates')} tabs={tabs} />
}
