import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useLanguage, useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconCircleCheck, IconPrinter, IconScan } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import { SessionViews } from '../sessions/session-views.tsx'
import { dayWords, timeWords } from '../sessions/session-words.ts'
import type { SessionsParts } from '../sessions/sessions-view.tsx'
import { PrintPanel } from './print-panel.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import style from './sheets.module.css'

export type SheetSeen = Gives<'sheets.list'>[number]

type Beside = { readonly kind: 'none' } | { readonly kind: 'print'; readonly ids: readonly string[] } | { readonly kind: 'sheet'; readonly id: string }

/** The sign-in sheets that were printed, with the pages that came back and those that are missing. */
export function SheetsView(props: SessionsParts) {
  const t = useText()
  const { seen, sessions, scans } = props
  const frame = useCohortFrame(seen, 'sesiones')
  const sheets = useQuery('sheets.list', { cohortId: seen.cohort.id })
  const [beside, setBeside] = useState<Beside>({ kind: 'none' })
  const list = sheets.data ?? []
  const onClose = (): void => setBeside({ kind: 'none' })
  // What has no sheet yet is what one comes to print.
  const without = sessions.filter((one) => one.pages === 0)
  const onPrint = (): void => setBeside({ kind: 'print', ids: (without.length === 0 ? sessions : without).map((one) => one.id) })
  const opened = beside.kind === 'sheet' ? list.find((one) => one.id === beside.id) : undefined
  return (
    <Screen
      fill
      {...frame}
      actions={
        sessions.length > 0 && (
          <>
            <Button leftSection={<IconScan size={16} aria-hidden />} onClick={scans.pick}>
              {t('agenda.scans')}
            </Button>
            <Button variant="filled" leftSection={<IconPrinter size={16} aria-hidden />} onClick={onPrint}>
              {t('agenda.printSheets')}
            </Button>
          </>
        )
      }
      tools={
        <>
          <SessionViews cohortId={seen.cohort.id} at="sheets" />
          {list.length > 0 && <PagesLine sheets={list} />}
        </>
      }
      panel={
        beside.kind === 'print' ? (
          <PrintPanel key="print" cohortId={seen.cohort.id} sessions={sessions} chosen={beside.ids} onClose={onClose} />
        ) : opened === undefined ? null : (
          <SheetPanel key={opened.id} sheet={opened} onClose={onClose} onPrint={() => setBeside({ kind: 'print', ids: opened.sessions.map((one) => one.id) })} />
        )
      }
    >
      {scans.outcome}
      <Failure error={sheets.error} onRetry={sheets.reload} />
      {sheets.data !== undefined && list.length === 0 && (
        <div className={style['blank']}>
          <EmptyState
            drawing="scan"
            title={t('signing.empty')}
            actions={
              sessions.length > 0 && (
                <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={onPrint}>
                  {t('signing.emptyAct')}
                </Button>
              )
            }
          >
            {t(sessions.length === 0 ? 'signing.emptyNoSessions' : 'signing.emptyWhy')}
          </EmptyState>
        </div>
      )}
      {list.length > 0 && <SheetTable sheets={list} openId={opened?.id} onOpen={(id) => setBeside({ kind: 'sheet', id })} />}
      {scans.overlay}
    </Screen>
  )
}

function PagesLine(props: { readonly sheets: readonly SheetSeen[] }) {
  const t = useText()
  const back = props.sheets.reduce((sum, one) => sum + one.pagesBack.length, 0)
  const missing = props.sheets.reduce((sum, one) => sum + one.pagesMissing.length, 0)
  return (
    <p className={style['sum']}>
      {t('signing.pagesBack', { n: back, of: back + missing })}
      {missing > 0 && <strong>{t('signing.pagesMissing', { n: missing })}</strong>}
    </p>
  )
}

function SheetTable(props: { readonly sheets: readonly SheetSeen[]; readonly openId: string | undefined; readonly onOpen: (id: string) => void }) {
  const { t, language } = useLanguage()
  const remove = useCommand('sheets.remove', { said: t('signing.sheetRemoved') })
  return (
    <div className={style['list']}>
      <Failure error={remove.error} onClose={remove.forget} />
      <table className={style['sheets']} aria-label={t('agenda.sheets')}>
        <thead>
          <tr>
            <th scope="col">{t('agenda.day')}</th>
            <th scope="col">{t('agenda.sessionsWord')}</th>
            <th scope="col">{t('signing.code')}</th>
            <th scope="col">{t('signing.people')}</th>
            <th scope="col">{t('signing.pagesWord')}</th>
            <th scope="col">{t('signing.missingWord')}</th>
            <th scope="col">{t('signing.printed')}</th>
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {props.sheets.map((sheet) => (
            <tr key={sheet.id} data-open={sheet.id === props.openId}>
              <td>
                <button type="button" className={style['open']} onClick={() => props.onOpen(sheet.id)}>
                  {dayWords(sheet.day, language)}
                </button>
              </td>
              <td className={style['wide']}>{sheet.sessions.map((one) => `${timeWords(one)} ${one.subject}`).join(' · ')}</td>
              <td>{sheet.code}</td>
              <td>{sheet.people}</td>
              <td>
                <span className={style['state']} data-whole={sheet.pagesMissing.length === 0}>
                  {t('agenda.of', { n: sheet.pagesBack.length, of: sheet.pages })}
                </span>
              </td>
              <td>
                {sheet.pagesMissing.length === 0 ? (
                  <span className={style['state']} data-whole>
                    <IconCircleCheck size={15} aria-hidden /> {t('signing.allBack')}
                  </span>
                ) : (
                  <span className={style['state']} data-missing>
                    <IconAlertTriangle size={15} aria-hidden /> {t('signing.missingPages', { pages: sheet.pagesMissing, of: sheet.pages })}
                  </span>
                )}
              </td>
              <td>{formatDate(sheet.printedAt.slice(0, 10))}</td>
              <td>
                {sheet.pagesBack.length === 0 && (
                  <Button variant="subtle" size="compact-sm" onClick={() => void remove.run({ id: sheet.id })}>
                    {t('signing.removeSheet')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
