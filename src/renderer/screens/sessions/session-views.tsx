import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { cohortHref } from '../programmes/cohort-frame.tsx'
import style from './sessions.module.css'

export type SessionsViewName = 'list' | 'calendar' | 'sheets' | 'tray'

/** The ways to look at the sessions of a group, each with its address. */
export function SessionViews(props: { readonly cohortId: string; readonly at: SessionsViewName }) {
  const t = useText()
  const tray = useQuery('evidence.list', { tray: true })
  const waiting = tray.data?.length ?? 0
  const views = [
    { name: 'list', word: t('agenda.list'), href: cohortHref(props.cohortId, 'sesiones') },
    { name: 'calendar', word: t('agenda.calendar'), href: cohortHref(props.cohortId, 'sesiones', [], { vista: 'calendario' }) },
    { name: 'sheets', word: t('agenda.sheets'), href: cohortHref(props.cohortId, 'sesiones', ['hojas']) },
    { name: 'tray', word: waiting === 0 ? t('agenda.tray') : t('frame.count', { word: t('agenda.tray'), n: waiting }), href: cohortHref(props.cohortId, 'sesiones', ['hojas', 'bandeja']) },
  ] as const
  return (
    <nav className={style['views']} aria-label={t('agenda.views')}>
      {views.map((view) => (
        <a key={view.name} href={view.href} aria-current={view.name === props.at ? 'page' : undefined} data-waiting={view.name === 'tray' && waiting > 0}>
          {view.word}
        </a>
      ))}
    </nav>
  )
}
