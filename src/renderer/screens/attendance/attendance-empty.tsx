import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { cohortHref } from '../programmes/cohort-frame.tsx'

/** What a group needs before attendance can be taken, and where that is done. */
export function AttendanceEmpty(props: { readonly cohortId: string; readonly lacks: 'people' | 'sessions' }) {
  const t = useText()
  if (props.lacks === 'people') {
    return (
      <EmptyState
        drawing="people"
        title={t('attending.noPeople')}
        actions={
          <Button component="a" variant="filled" href={cohortHref(props.cohortId, 'personas')}>
            {t('attending.toPeople')}
          </Button>
        }
      >
        {t('attending.noPeopleWhy')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      drawing="sheet"
      title={t('attending.noSessions')}
      actions={
        <>
          <Button component="a" variant="filled" href={cohortHref(props.cohortId, 'sesiones')}>
            {t('attending.toSessions')}
          </Button>
          <Button component="a" href={cohortHref(props.cohortId, 'asistencia', ['reunion'])}>
            {t('attending.fromMeeting')}
          </Button>
          <Button component="a" href={cohortHref(props.cohortId, 'asistencia', ['hoja-de-datos'])}>
            {t('attending.fromSheet')}
          </Button>
        </>
      }
    >
      {t('attending.noSessionsWhy')}
    </EmptyState>
  )
}
