import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { Gone } from '../programmes/gone.tsx'
import { SheetsView } from '../sheets/sheets-view.tsx'
import { TrayView } from '../sheets/tray-view.tsx'
import { useScans } from '../sheets/use-scans.tsx'
import { SessionImport } from './session-import.tsx'
import { SessionsView } from './sessions-view.tsx'

/** The sessions of a group: when and what, the sheets that are signed in them, and what came back of those. */
export function SessionsTab(props: CohortTabProps) {
  const t = useText()
  const { seen, path } = props
  const frame = useCohortFrame(seen, 'sesiones')
  const sessions = useQuery('sessions.list', { cohortId: seen.cohort.id })
  const scans = useScans(seen.cohort.id, path[0] !== 'importar')
  if (sessions.data === undefined) {
    return (
      <Screen {...frame}>
        {sessions.error === undefined ? <p role="status">{t('frame.loading')}</p> : <Gone error={sessions.error} onRetry={sessions.reload} />}
      </Screen>
    )
  }
  const parts = { seen, sessions: sessions.data, scans }
  if (path[0] === 'importar') return <SessionImport seen={seen} />
  if (path[0] === 'hojas') return path[1] === 'bandeja' ? <TrayView {...parts} /> : <SheetsView {...parts} />
  return <SessionsView {...parts} />
}
