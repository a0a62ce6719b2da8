import { useState } from 'react'
import { useText } from '../../language.tsx'
import { Note } from '../../ui/note.tsx'
import style from './attendance.module.css'
import type { Clash } from './use-attendance.ts'

const SHOWN = 3

/** People marked as attending two sessions at one time. Put away, it comes back when there are others. */
export function ClashNote(props: { readonly clashes: readonly Clash[] }) {
  const t = useText()
  const [away, setAway] = useState('')
  const [isWhole, setWhole] = useState(false)
  const key = props.clashes.map((one) => one.sentence).join('\n')
  if (props.clashes.length === 0 || key === away) return null
  const shown = isWhole ? props.clashes : props.clashes.slice(0, SHOWN)
  return (
    <Note tone="warn" title={t('attending.clashes', { n: props.clashes.length })} onClose={() => setAway(key)}>
      <ul className={style['sentences']}>
        {shown.map((one) => (
          <li key={one.sentence}>{one.sentence}</li>
        ))}
      </ul>
      {shown.length < props.clashes.length && (
        <button type="button" className={style['more']} onClick={() => setWhole(true)}>
          {t('attending.seeAll', { n: props.clashes.length })}
        </button>
      )}
    </Note>
  )
}
