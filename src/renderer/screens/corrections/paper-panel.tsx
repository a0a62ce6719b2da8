import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconRepeat } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Paper } from './correct-screen.tsx'
import { Changes } from './changes.tsx'
import style from './corrections.module.css'

/** One paper that says otherwise than today's records: word by word. */
export function PaperPanel(props: { readonly paper: Paper; readonly onClose: () => void; readonly onCorrect: () => void }) {
  const t = useText()
  const { paper } = props
  return (
    <Panel
      title={paper.personName}
      subtitle={t('correctionScreens.numberVersion', { number: paper.number, version: paper.version })}
      onClose={props.onClose}
      actions={
        <Button leftSection={<IconRepeat size={16} aria-hidden />} disabled={paper.against !== null} onClick={props.onCorrect}>
          {t('correctionScreens.reissue', { n: 1 })}
        </Button>
      }
    >
      {paper.against !== null && <Note tone="warn">{paper.against}</Note>}
      <p className={style['soft']}>
        {paper.title} · {paper.cohortName} · {formatDate(paper.issuedOn)}
      </p>
      <Changes changes={paper.changes} />
      <nav className={style['links']} aria-label={t('issuing.links')}>
        <a href={href('certificates', [paper.id])}>{t('correctionScreens.seeInRegister')}</a>
        <a href={href('people', [paper.personId])}>{t('issuing.openPerson')}</a>
      </nav>
    </Panel>
  )
}
