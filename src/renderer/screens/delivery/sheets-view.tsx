import type { ReactNode } from 'react'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconCheck } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import style from './delivery.module.css'
import { SheetFill } from './sheet-fill.tsx'
import { dayOf } from './state-cells.tsx'

interface Frame {
  readonly title: string
  readonly tabs: ReactNode
  readonly tools: ReactNode
}

/** The hand-over sheets, what each still lacks, and the one that is filled in beside them. */
export function SheetsView(props: { readonly openId: string | undefined; readonly frame: Frame }) {
  const t = useText()
  const sheets = useQuery('delivery.sheets', { limit: 500 })
  const rows = sheets.data?.rows
  const close = (): void => go('certificates', ['entrega', 'hojas'])
  return (
    <Screen fill {...props.frame} panel={props.openId !== undefined && <SheetFill key={props.openId} sheetId={props.openId} onClose={close} />}>
      <Failure error={sheets.error} onRetry={sheets.reload} />
      {rows?.length === 0 && (
        <div className={style['blank']}>
          <EmptyState drawing="signature" title={t('deliveryScreens.noSheets')}>{t('deliveryScreens.noSheetsWhy')}</EmptyState>
        </div>
      )}
      {rows !== undefined && rows.length > 0 && (
        // Long lists of mere words are read by the arrows too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={style['card']} role="group" tabIndex={0} aria-label={t('deliveryScreens.view', { view: 'hojas' })}>
          <table className={style['table']}>
            <thead>
              <tr>
                <th>{t('deliveryScreens.sheet')}</th>
                <th>{t('deliveryScreens.forWhom')}</th>
                <th>{t('deliveryScreens.day')}</th>
                <th>{t('deliveryScreens.handedOf')}</th>
                <th>{t('deliveryScreens.scan')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} data-open={row.id === props.openId}>
                  <td data-narrow>
                    <button type="button" className={style['open']} onClick={() => go('certificates', ['entrega', 'hojas', row.id])}>
                      {row.code}
                    </button>
                  </td>
                  <td>{row.title}</td>
                  <td data-narrow>{dayOf(row.printedAt)}</td>
                  <td data-narrow>
                    <Sign isDone={row.handed === row.papers} words={t('deliveryScreens.handedCount', { n: row.handed, of: row.papers })} />
                  </td>
                  <td data-narrow>
                    <Sign isDone={row.scans > 0} words={t('deliveryScreens.scanCount', { n: row.scans })} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Screen>
  )
}

function Sign(props: { readonly isDone: boolean; readonly words: string }) {
  const Icon = props.isDone ? IconCheck : IconAlertTriangle
  return (
    <span className={style['state']} data-tone={props.isDone ? 'done' : 'waits'}>
      <Icon size={15} aria-hidden />
      {props.words}
    </span>
  )
}
