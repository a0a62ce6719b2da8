import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { dateText } from '../../ui/fields/date-text.ts'
import { Section } from '../../ui/panel.tsx'
import style from './people.module.css'

/** What a person was trained in, and the papers she was given. */
export function PersonTraining(props: { readonly record: Gives<'people.get'> }) {
  const t = useText()
  const { enrolments, certificates } = props.record
  const counted = enrolments.filter((one) => one.role === 'participant' && one.state !== 'withdrawn')
  const hours = counted.reduce((sum, one) => sum + (one.hours ?? 0), 0)
  return (
    <>
      <Section title={t('people.tabTraining')}>
        {enrolments.length === 0 ? (
          <p className={style['soft']}>
            {t('people.noTraining')} {t('people.noTrainingWhy')}
          </p>
        ) : (
          <>
            {counted.length > 0 && <p className={style['soft']}>{t('people.totalHours', { n: counted.length, hours })}</p>}
            <ul className={style['record']}>
              {enrolments.map((one) => (
                <li key={one.id}>
                  <a href={href('programmes', ['grupo', one.cohortId])}>{one.programmeName}</a>
                  <span className="tabular">{one.hours === null ? '' : t('people.hours', { hours: one.hours })}</span>
                  <span className={style['soft']}>{`${one.editionName} · ${one.cohortName}`}</span>
                  <span className={style['soft']}>{one.startsOn === null ? '' : dateText(one.startsOn)}</span>
                  <span className={style['soft']}>{`${t('lists.roleName', { role: one.role })} · ${t('lists.stateName', { state: one.state })}`}</span>
                  <span />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <Section title={t('people.papers')}>
        {certificates.length === 0 ? (
          <p className={style['soft']}>{t('people.noPapers')}</p>
        ) : (
          <ul className={style['record']}>
            {certificates.map((one) => (
              <li key={one.id}>
                <a className="tabular" href={href('certificates', [one.id])}>
                  {one.number}
                </a>
                <span className={style['soft']}>{dateText(one.issuedOn)}</span>
                <span className={style['soft']}>{one.title}</span>
                <span />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
