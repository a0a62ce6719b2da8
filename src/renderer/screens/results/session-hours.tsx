import { useState } from 'react'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { FileDone } from '../../ui/file-done.tsx'
import { FilePicture } from '../../ui/file-picture.tsx'
import style from './results.module.css'

/** A meeting's export and the like are opened; only a page can be shown. */
const isDrawn = (file: FileRef): boolean => ['png', 'jpg', 'pdf'].includes(file.type)

/** A person's hours session by session, each with the scanned page on which she signed or the file that says so. */
export function SessionHours(props: { readonly account: Gives<'eligibility.person'> }) {
  const t = useText()
  const { account } = props
  const { result } = account
  const [page, setPage] = useState<{ readonly id: string; readonly file: FileRef }>()
  const picture = useJob('evidence.picture', { quiet: true })
  if (account.sessions.length === 0) return <p className={style['soft']}>{t('outcome.noSessions')}</p>
  const look = async (id: string): Promise<void> => {
    if (page?.id === id) return setPage(undefined)
    const file = await picture.run({ id })
    if (file !== undefined) setPage({ id, file })
  }
  return (
    <>
      <p className={style['soft']}>{t('outcome.attended', { attended: hoursShown(result.attendedMinutes, account.minutesPerHour), planned: hoursShown(result.plannedMinutes, account.minutesPerHour) })}</p>
      <table className={style['sessions']}>
        <tbody>
          {account.sessions.map((one) => (
            <tr key={one.id}>
              <td>
                {dateText(one.day)}
                <small>{one.startsAt}</small>
              </td>
              <td>
                {one.subject}
                {one.note !== null && <small>{one.note}</small>}
                {one.pages.map((proof) => (
                  <small key={proof.evidenceId}>
                    <button type="button" aria-expanded={page?.id === proof.evidenceId} onClick={() => void look(proof.evidenceId)}>
                      {proof.page === null ? proof.fileName : t('outcome.sheetPage', { page: proof.page })}
                    </button>
                  </small>
                ))}
              </td>
              <td>
                {one.statusName ?? t('outcome.notTaken')}
                {one.status !== null && <small>{t('outcome.minutesOf', { counted: one.countedMinutes, planned: one.plannedMinutes })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Failure error={picture.error} onClose={picture.forget} />
      {page !== undefined && (isDrawn(page.file) ? <FilePicture file={page.file} label={page.file.name} /> : <FileDone file={page.file} />)}
    </>
  )
}
