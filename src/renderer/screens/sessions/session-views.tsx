import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { SwitchLine } from '../../ui/switch-line.tsx'
import { cohortHref } from '../programmes/cohort-frame.tsx'

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
  return <SwitchLine label={t('agenda.views')} tabs={views.map(({ name, word, href }) => ({ word, href, isOpen: name === props.at }))} />
}
