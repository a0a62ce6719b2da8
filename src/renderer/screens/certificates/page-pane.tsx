import { Button } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconChevronLeft, IconChevronRight } from '../../ui/icons.ts'
import { PdfPreview } from '../../ui/pdf-preview.tsx'
import type { How } from './use-issue.ts'
import { useLivePage } from './use-live-page.ts'
import type { Enrolled } from './who.ts'
import { longestNamed } from './who.ts'
import style from './issue.module.css'

/** The real page of one person with the choices as they are now; one steps through those who get one. */
export function PagePane(props: { readonly how: How; readonly chosen: readonly Enrolled[]; readonly shown: Enrolled | undefined; readonly onShow: (id: string) => void }) {
  const t = useText()
  const { chosen, shown } = props
  const page = useLivePage(props.how, shown?.id)
  const at = chosen.findIndex((one) => one.id === shown?.id)
  const longest = longestNamed(chosen)
  const step = (by: 1 | -1): void => {
    const next = chosen[at < 0 ? 0 : at + by]
    if (next !== undefined) props.onShow(next.id)
  }
  if (shown === undefined) return <div className={style['noPage']}>{t('issuing.nobodyChosen')}</div>
  return (
    <div className={style['page']}>
      <div className={style['whose']}>
        <button type="button" aria-label={t('issuing.previousPerson')} title={t('issuing.previousPerson')} disabled={at === 0 || chosen.length === 0} onClick={() => step(-1)}>
          <IconChevronLeft size={17} />
        </button>
        <strong title={displayName(shown)}>{displayName(shown)}</strong>
        <button type="button" aria-label={t('issuing.nextPerson')} title={t('issuing.nextPerson')} disabled={at === chosen.length - 1} onClick={() => step(1)}>
          <IconChevronRight size={17} />
        </button>
        {at >= 0 && <span className="tabular">{t('issuing.personOf', { at: at + 1, of: chosen.length })}</span>}
        {longest !== undefined && (
          <Button variant="subtle" size="compact-sm" disabled={longest.id === shown.id} onClick={() => props.onShow(longest.id)}>
            {t('issuing.longest')}
          </Button>
        )}
      </div>
      <Failure error={page.error} />
      <PdfPreview file={page.file} drawing={page.drawing} label={t('issuing.pageOf', { name: displayName(shown) })} />
    </div>
  )
}
