import { formatDate } from '../../../shared/domain/dates.ts'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowRight } from '../../ui/icons.ts'
import { Panel, Section } from '../../ui/panel.tsx'
import { Contacts } from './contacts.tsx'
import { DirectoryConsent } from './directory-consent.tsx'
import { bothOf, InPostWord } from './network-words.tsx'
import style from './network.module.css'

export type PersonSeen = Gives<'network.person'>

/** Somebody of the network beside the list: what she finished, where she was and is, when she was contacted, and her consent. */
export function NetworkPersonPanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('network.person', { personId: props.id })
  const today = useQuery('app.about', {}).data?.today
  const seen = asked.data
  const finished = seen?.alumnus?.finished
  return (
    <Panel
      title={seen?.name ?? t('frame.loading')}
      subtitle={
        finished === undefined ? undefined : (
          <a href={href('programmes', ['grupo', finished.cohortId])}>
            {[finished.programmeName, finished.editionName, finished.cohortName, finished.on === null ? null : formatDate(finished.on)].filter((word) => word !== null).join(' · ')}
          </a>
        )
      }
      width={480}
      onClose={props.onClose}
    >
      <Failure error={asked.error} onRetry={asked.reload} />
      {seen !== undefined && today !== undefined && (
        <>
          <Posts seen={seen} personId={props.id} />
          <Contacts personId={props.id} contacts={seen.contacts} today={today} />
          <DirectoryConsent personId={props.id} consent={seen.consent} today={today} />
        </>
      )}
    </Panel>
  )
}

/** The post at the course and the one of today, with what is known of it. */
function Posts({ seen, personId }: { readonly seen: PersonSeen; readonly personId: string }) {
  const t = useText()
  const { alumnus } = seen
  return (
    <Section title={t('network.column.inPost')} actions={<a href={href('people', [personId])}>{t('networkScreens.toRecord')}</a>}>
      <div className={style['known']}>
        <InPostWord state={seen.inPost} />
        {seen.knownOn !== null && <span className={style['quiet']}>{t('networkScreens.knownOn', { day: formatDate(seen.knownOn) })}</span>}
      </div>
      {alumnus === null ? (
        <p className={style['quiet']}>{t('networkScreens.finishedNothing')}</p>
      ) : (
        <dl className={style['thenNow']}>
          <div>
            <dt>{t('network.column.then')}</dt>
            <dd>{bothOf(alumnus.postThen, alumnus.organisationThen) || t('networkScreens.noPost')}</dd>
          </div>
          <IconArrowRight size={16} aria-hidden />
          <div>
            <dt>{t('network.column.now')}</dt>
            <dd>{bothOf(alumnus.postNow, alumnus.organisationNow) || t('networkScreens.noPost')}</dd>
          </div>
        </dl>
      )}
      {alumnus !== null && alumnus.courses > 1 && <p className={style['quiet']}>{t('networkScreens.courses', { n: alumnus.courses })}</p>}
    </Section>
  )
}
