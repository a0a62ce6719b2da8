import { formatDate } from '../../../shared/domain/dates.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import style from './delivery.module.css'

const STEPS = ['drawn', 'printed', 'signed', 'handed', 'back'] as const

/** What waits, organisation by organisation, where it has waited longest on top. */
export function PendingView() {
  const t = useText()
  const pending = useQuery('delivery.pending', {})
  const rows = pending.data?.rows
  if (rows === undefined) return <Failure error={pending.error} onRetry={pending.reload} />
  if (rows.length === 0) {
    return (
      <div className={style['blank']}>
        <EmptyState drawing="certificates" title={t('deliveryScreens.nothingWaits')}>{t('deliveryScreens.nothingWaitsWhy')}</EmptyState>
      </div>
    )
  }
  return (
    // Long lists of mere words are read by the arrows too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style['card']} role="group" tabIndex={0} aria-label={t('deliveryScreens.view', { view: 'pendientes' })}>
      <table className={style['table']}>
        <thead>
          <tr>
            <th>{t('deliveryScreens.organisation')}</th>
            <th data-figure>{t('deliveryScreens.papers')}</th>
            {STEPS.map((step) => (
              <th key={step} data-figure>
                {t('deliveryScreens.step', { step })}
              </th>
            ))}
            <th>{t('deliveryScreens.since')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organisationId ?? ''}>
              <td>{row.organisationId === null ? t('delivery.withoutOrganisation') : <a href={href('certificates', ['entrega'], { entidad: row.organisationId })}>{row.organisationName}</a>}</td>
              <td data-figure>{row.papers}</td>
              {STEPS.map((step) => (
                <td key={step} data-figure data-none={row[step] === 0}>
                  {row[step]}
                </td>
              ))}
              <td data-narrow>{formatDate(row.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
