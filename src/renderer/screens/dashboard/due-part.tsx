import { useState } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { dateText } from '../../ui/fields/date-text.ts'
import { IconAlertTriangle, IconCalendar } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { Overview } from './dashboard-screen.tsx'
import style from './dashboard.module.css'

const SHOWN = 6

/** What waits in all subjects, the oldest first, each leading where it is done. */
export function DuePart({ due }: { readonly due: Overview['due'] }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const shown = all ? due : due.slice(0, SHOWN)
  return (
    <Card title={t('dashboard.due')}>
      <ul className={style['due']}>
        {shown.map((one, at) => (
          <li key={`${one.kind}${one.id}${at}`}>
            {one.isOverdue ? <IconAlertTriangle size={18} stroke={1.5} aria-hidden data-tone="warn" /> : <IconCalendar size={18} stroke={1.5} aria-hidden />}
            <a href={hrefOf(one)}>{one.title}</a>
            <span>{one.isOverdue ? t('dashboard.overdueSince', { day: dateText(one.dueOn) }) : dateText(one.dueOn)}</span>
          </li>
        ))}
      </ul>
      {due.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('dashboard.dueAll', { n: due.length })}
        </Button>
      )}
    </Card>
  )
}

function hrefOf({ kind, id }: Overview['due'][number]): string {
  switch (kind) {
    case 'followUp':
      return href('outcomes', ['iniciativas', id])
    case 'product':
      return href('outcomes', ['compromisos', id])
    case 'period':
      return href('outcomes', ['indicadores', id])
    case 'agreement':
      return href('outcomes', ['convenios', id])
    case 'contact':
      return href('outcomes', ['red', id])
    case 'application':
      return href('programmes', ['grupo', id, 'aplicacion'])
  }
}
