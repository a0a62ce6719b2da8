import { useState } from 'react'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconAlertTriangle, IconClock } from '../../ui/icons.ts'
import { Panel } from '../../ui/panel.tsx'
import style from './network.module.css'

/** Who was to be contacted again by today, and in the days to come; each leads to her. */
export function DuePanel(props: { readonly due: Gives<'network.due'> | undefined; readonly today: string | undefined; readonly onClose: () => void; readonly onOpen: (personId: string) => void }) {
  const t = useText()
  const { today } = props
  const all = props.due ?? []
  const late = all.filter((one) => today !== undefined && one.nextOn <= today)
  const [span, setSpan] = useState<'today' | 'ahead'>('today')
  const shown = span === 'today' ? late : all
  return (
    <Panel title={t('networkScreens.due')} subtitle={t('networkScreens.dueWhy')} onClose={props.onClose}>
      <FilterWords
        value={span}
        onChange={setSpan}
        words={[
          { value: 'today', word: t('networkScreens.dueToday'), count: late.length },
          { value: 'ahead', word: t('networkScreens.dueAhead'), count: all.length },
        ]}
      />
      {props.due !== undefined && shown.length === 0 && <p className={style['quiet']}>{t('networkScreens.noDue')}</p>}
      <ul className={style['plain']}>
        {shown.map((one) => {
          const isLate = today !== undefined && one.nextOn < today
          return (
            <li key={one.contactId}>
              <button type="button" className={style['door']} onClick={() => props.onOpen(one.personId)}>
                <b>{one.name}</b>
                <span className={style['when']} data-late={isLate}>
                  {isLate ? <IconAlertTriangle size={15} aria-label={t('networkScreens.late')} /> : <IconClock size={15} aria-hidden />}
                  {formatDate(one.nextOn)}
                </span>
                <span className={style['quiet']}>{one.subject}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
