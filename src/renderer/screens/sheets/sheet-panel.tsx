import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconPrinter } from '../../ui/icons.ts'
import { Panel, Section } from '../../ui/panel.tsx'
import { dayWords } from '../sessions/session-words.ts'
import { EvidenceList } from './evidence-list.tsx'
import type { SheetSeen } from './sheets-view.tsx'
import style from './sheets.module.css'

/** One printed sheet: the pages that came back, to be looked at, and those that did not. */
export function SheetPanel(props: { readonly sheet: SheetSeen; readonly onClose: () => void; readonly onPrint: () => void }) {
  const { t, language } = useLanguage()
  const { sheet } = props
  const evidence = useQuery('evidence.list', { sheetId: sheet.id })
  return (
    <Panel
      title={t('signing.sheetOf', { code: sheet.code })}
      subtitle={dayWords(sheet.day, language)}
      onClose={props.onClose}
      actions={
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={props.onPrint}>
          {t('signing.printAgain')}
        </Button>
      }
    >
      <ul className={style['facts']}>
        {sheet.sessions.map((one) => (
          <li key={one.id}>
            {one.startsAt}–{one.endsAt} · {one.subject}
          </li>
        ))}
        <li>{t('signing.rowsOf', { people: sheet.people, blank: sheet.blankRows })}</li>
        {sheet.pagesMissing.length > 0 && (
          <li data-missing>
            <IconAlertTriangle size={15} aria-hidden /> {t('signing.missingPages', { pages: sheet.pagesMissing, of: sheet.pages })}
          </li>
        )}
      </ul>
      <Section title={t('signing.backPages')}>
        <Failure error={evidence.error} onRetry={evidence.reload} />
        {evidence.data?.length === 0 && <p className={style['soft']}>{t('signing.noneBack')}</p>}
        {evidence.data !== undefined && <EvidenceList items={evidence.data} />}
      </Section>
    </Panel>
  )
}
