import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import type { Route } from '../../router.ts'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconSignature } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'
import { PaperList } from './paper-list.tsx'
import { PendingView } from './pending-view.tsx'
import { RunsView } from './runs-view.tsx'
import { SheetsView } from './sheets-view.tsx'
import { SignedBack } from './signed-back.tsx'

const VIEWS = ['documentos', 'pendientes', 'hojas', 'impresiones', 'firmados'] as const
type View = (typeof VIEWS)[number]

const isView = (word: string | undefined): word is View => VIEWS.some((view) => view === word)

/** What happens to papers after they are issued: printed, signed, handed over; and the lists that go with them. */
export function DeliveryScreen(props: { readonly path: readonly string[]; readonly params: Route['params'] }) {
  const t = useText()
  const [first, second] = props.path
  const view: View = isView(first) ? first : 'documentos'
  const tools = (
    <FilterWords
      label={t('deliveryScreens.views')}
      words={VIEWS.filter((one) => one !== 'firmados').map((one) => ({ value: one, word: t('deliveryScreens.view', { view: one }) }))}
      value={view === 'firmados' ? 'documentos' : view}
      onChange={(next) => go('certificates', next === 'documentos' ? ['entrega'] : ['entrega', next])}
    />
  )
  const shared = { title: t('trust.tabDelivery'), tabs: <CertificateTabs at="entrega" /> }
  if (view === 'documentos') return <PaperList openId={isView(first) ? second : first} params={props.params} frame={{ ...shared, tools, actions: <ReceiveSigned /> }} />
  if (view === 'hojas') return <SheetsView openId={second} frame={{ ...shared, tools }} />
  return (
    <Screen {...shared} fill={view !== 'firmados'} tools={tools} {...(view === 'firmados' ? {} : { actions: <ReceiveSigned /> })}>
      {view === 'pendientes' && <PendingView />}
      {view === 'impresiones' && <RunsView />}
      {view === 'firmados' && <SignedBack />}
    </Screen>
  )
}

function ReceiveSigned() {
  const t = useText()
  return (
    <Button leftSection={<IconSignature size={16} aria-hidden />} onClick={() => go('certificates', ['entrega', 'firmados'])}>
      {t('signedScreens.receive')}
    </Button>
  )
}
