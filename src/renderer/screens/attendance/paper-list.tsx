import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconChevronRight, IconCircleCheck } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import style from './paper.module.css'
import { longDate } from '../../../shared/domain/dates.ts'

type Sheet = Gives<'sheets.list'>[number]
type Grid = Gives<'attendance.grid'>

/** The sign-in sheets of a group: which are typed, which pages have come back, and where typing goes on. */
export function PaperList(props: Pick<CohortTabProps, 'seen'>) {
  const { t } = useLanguage()
  const cohortId = props.seen.cohort.id
  const frame = useCohortFrame(props.seen, 'asistencia')
  const sheets = useQuery('sheets.list', { cohortId })
  const grid = useQuery('attendance.grid', { cohortId })
  const open = useOpen(grid.data)
  return (
    <Screen
      {...frame}
      actions={
        <>
          <Button component="a" href={cohortHref(cohortId, 'asistencia')}>
            {t('attending.toGrid')}
          </Button>
          <Button component="a" href={cohortHref(cohortId, 'asistencia', ['visitantes'])}>
            {t('attending.visitors')}
          </Button>
        </>
      }
    >
      <Failure error={sheets.error} onRetry={sheets.reload} />
      {sheets.data?.length === 0 && (
        <EmptyState
          drawing="sheet"
          title={t('attending.noSheets')}
          actions={
            <Button component="a" variant="filled" href={cohortHref(cohortId, 'sesiones')}>
              {t('attending.toSessions')}
            </Button>
          }
        >
          {t('attending.noSheetsWhy')}
        </EmptyState>
      )}
      {sheets.data !== undefined && sheets.data.length > 0 && (
        <Card title={t('attending.sheetsToType')}>
          <ul className={style['sheets']}>
            {sheets.data.map((sheet) => (
              <SheetLine key={sheet.id} sheet={sheet} cohortId={cohortId} open={sheet.sessions.reduce((sum, one) => sum + (open.get(one.id) ?? 0), 0)} />
            ))}
          </ul>
        </Card>
      )}
    </Screen>
  )
}

function SheetLine(props: { readonly sheet: Sheet; readonly cohortId: string; readonly open: number }) {
  const { t, language } = useLanguage()
  const { sheet, open } = props
  const isTyped = open === 0
  return (
    <li>
      <a className={style['sheet']} href={cohortHref(props.cohortId, 'asistencia', ['papel', sheet.id])} data-typed={isTyped}>
        <span className={style['what']}>
          <strong>{longDate(sheet.day, language)}</strong>
          <span>{sheet.sessions.map((one) => `${one.startsAt} ${one.subject}`).join(' · ')}</span>
          <small>{t('attending.sheetAbout', { code: sheet.code, pages: sheet.pages, people: sheet.people })}</small>
        </span>
        <span className={style['state']}>
          {isTyped ? (
            <b data-good>
              <IconCircleCheck size={16} aria-hidden /> {t('attending.typed')}
            </b>
          ) : (
            <b>{t('attending.toType', { n: open })}</b>
          )}
          <small data-missing={sheet.pagesMissing.length > 0}>{sheet.pagesMissing.length === 0 ? t('attending.allPagesBack') : t('attending.pagesMissing', { pages: sheet.pagesMissing.slice(0, 8).join(', '), more: Math.max(0, sheet.pagesMissing.length - 8), n: sheet.pagesMissing.length })}</small>
        </span>
        <IconChevronRight size={18} aria-hidden />
      </a>
    </li>
  )
}

/** How many marks each session still lacks. */
function useOpen(grid: Grid | undefined): ReadonlyMap<string, number> {
  return useMemo(() => {
    if (grid === undefined) return new Map()
    const asked = grid.people.flatMap((one, row) => (one.role === 'participant' && one.state !== 'withdrawn' ? [row] : []))
    return new Map(grid.sessions.map((one, column) => [one.id, asked.filter((row) => (grid.cells[row]?.[column] ?? '') === '').length]))
  }, [grid])
}
