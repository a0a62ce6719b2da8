import { useJob, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Section } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { SessionSeen } from '../sessions/session-words.ts'
import { EvidenceList } from './evidence-list.tsx'
import style from './sheets.module.css'

/** What proves a session: pages of its sheets, exports of its meetings, any other file. */
export function SessionEvidence(props: { readonly session: SessionSeen }) {
  const t = useText()
  const { session } = props
  const evidence = useQuery('evidence.list', { sessionId: session.id })
  const attach = useJob('evidence.attach', { label: t('signing.attaching'), said: t('signing.attached') })
  return (
    <Section title={t('signing.evidence')}>
      {session.pages > 0 && <p className={style['soft']}>{t('signing.pagesBack', { n: session.pagesBack, of: session.pages })}</p>}
      <Failure error={evidence.error} onRetry={evidence.reload} />
      {evidence.data !== undefined && evidence.data.length > 0 && <EvidenceList items={evidence.data} />}
      {attach.running ? (
        <ProgressBar label={t('signing.attaching')} progress={attach.progress} startedAt={attach.startedAt} onCancel={attach.cancel} />
      ) : (
        <FileDrop small accept=".pdf,.jpg,.jpeg,.png,.csv,.xlsx,.docx,.txt" title={t('signing.attach')} onFiles={([file]) => file !== undefined && void attach.run({ file, to: { kind: 'session', id: session.id } })} />
      )}
      <Failure error={attach.error} onClose={attach.forget} />
    </Section>
  )
}
