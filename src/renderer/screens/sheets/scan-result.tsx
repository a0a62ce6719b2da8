import { useState } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { Gives } from '../../api.ts'
import { IconAlertOctagon, IconCircleCheck, IconInbox, IconX } from '../../ui/icons.ts'
import { cohortHref } from '../programmes/cohort-frame.tsx'
import style from './sheets.module.css'

type Result = Gives<'evidence.recognise'>
type Page = Result['pages'][number]

/** Where each page of the scans went, what waits in the tray and why, and what could not be read at all. */
export function ScanResult(props: { readonly result: Result; readonly cohortId: string; readonly onClose: () => void }) {
  const t = useText()
  const { result } = props
  const waiting = result.pages.filter((page) => page.place === null)
  const [open, setOpen] = useState(waiting.length > 0 || result.refused.length > 0)
  return (
    <section className={style['result']} data-tone={waiting.length > 0 || result.refused.length > 0 ? 'warn' : 'done'} aria-label={t('signing.result')}>
      <header role="status">
        {waiting.length > 0 ? <IconInbox size={20} aria-hidden /> : <IconCircleCheck size={20} aria-hidden />}
        <p>
          <strong>{t('signing.resultPlaced', { n: result.placed })}</strong>
          {[result.tray > 0 && t('signing.resultTray', { n: result.tray }), result.known > 0 && t('signing.resultKnown', { n: result.known }), result.refused.length > 0 && t('signing.resultRefused', { n: result.refused.length })]
            .filter((words) => words !== false)
            .map((words) => ` · ${words}`)}
        </p>
        {result.tray > 0 && (
          <Button component="a" size="compact-sm" href={cohortHref(props.cohortId, 'sesiones', ['hojas', 'bandeja'])}>
            {t('signing.seeTray')}
          </Button>
        )}
        <Button size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('signing.hidePages') : t('signing.seePages')}
        </Button>
        <button type="button" aria-label={t('frame.close')} onClick={props.onClose}>
          <IconX size={16} aria-hidden />
        </button>
      </header>
      {open && (
        // A long list scrolls by itself, with the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={style['pages']} role="region" tabIndex={0} aria-label={t('signing.pagesRead')}>
          <table>
            <tbody>
              {result.refused.map((one) => (
                <tr key={one.fileName} data-tone="bad">
                  <td>
                    <IconAlertOctagon size={15} aria-hidden /> {one.fileName}
                  </td>
                  <td>–</td>
                  <td>{one.reason}</td>
                </tr>
              ))}
              {[...waiting, ...result.pages.filter((page) => page.place !== null)].map((page) => (
                <PageLine key={page.evidenceId} page={page} cohortId={props.cohortId} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function PageLine(props: { readonly page: Page; readonly cohortId: string }) {
  const t = useText()
  const { page } = props
  const { place } = page
  return (
    <tr data-tone={place === null ? 'warn' : 'done'}>
      <td>
        {place === null ? <IconInbox size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />} {page.fileName}
      </td>
      <td>{page.filePage === null ? '' : t('signing.pageN', { page: page.filePage })}</td>
      <td>
        {page.reason}
        {place !== null && place.cohortId !== props.cohortId && (
          <>
            {' '}
            <a href={cohortHref(place.cohortId, 'sesiones', ['hojas'])}>{t('signing.otherGroup', { group: place.cohortName })}</a>
          </>
        )}
      </td>
    </tr>
  )
}
