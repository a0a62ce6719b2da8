import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { Note } from '../../ui/note.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { behindHref } from './behind-door.ts'
import { BehindPanel } from './behind-panel.tsx'
import { figureText, signedText } from './figure-text.ts'
import { indicatorTitle } from './frame-rows.ts'
import type { Indicator, Period } from './frame-rows.ts'
import style from './behind.module.css'

/** The list behind a figure of the matrix; of a closed period also what came late or left since. */
export function FigurePanel(props: { readonly indicator: Indicator; readonly period: Period | undefined; readonly dimension?: string; readonly category?: string; readonly categoryName?: string; readonly onClose: () => void }) {
  const t = useText()
  const { indicator, period } = props
  const [isAdjusting, setIsAdjusting] = useState(false)
  const isClosed = period !== undefined && period.closedAt !== null && props.dimension === undefined
  const adjusted = useQuery('indicators.adjustments', { indicatorId: indicator.id, periodId: period?.id ?? '' }, { enabled: isClosed })
  const subtitle = [period?.name ?? t('indicatorScreens.total'), props.categoryName].filter((part) => part !== undefined).join(' · ')
  const late = adjusted.data === undefined ? 0 : adjusted.data.live - adjusted.data.frozen
  const hasChanged = adjusted.data !== undefined && (late !== 0 || adjusted.data.came.length > 0 || adjusted.data.left.length > 0)
  if (isAdjusting && adjusted.data !== undefined) {
    return (
      <Panel width={600} title={indicatorTitle(indicator)} subtitle={[period?.name, t('indicatorScreens.adjustments')].join(' · ')} onClose={() => setIsAdjusting(false)} actions={<Button onClick={() => setIsAdjusting(false)}>{t('indicatorScreens.seeFrozen')}</Button>}>
        <Adjustments seen={adjusted.data} />
      </Panel>
    )
  }
  return (
    <BehindPanel asked={{ indicatorId: indicator.id, periodId: period?.id ?? null }} dimension={props.dimension ?? null} category={props.category ?? null} title={indicatorTitle(indicator)} subtitle={subtitle} onClose={props.onClose}>
      {hasChanged && (
        <Note tone="warn" title={t('indicatorScreens.afterClose', { n: signedText(late) })} actions={<Button onClick={() => setIsAdjusting(true)}>{t('indicatorScreens.seeAdjustments')}</Button>}>
          {t('indicatorScreens.adjusted', { frozen: figureText(adjusted.data?.frozen ?? null), live: figureText(adjusted.data?.live ?? null) })}
        </Note>
      )}
    </BehindPanel>
  )
}

function Adjustments({ seen }: { readonly seen: Gives<'indicators.adjustments'> }) {
  const t = useText()
  return (
    <>
      <p>{t('indicatorScreens.adjusted', { frozen: figureText(seen.frozen), live: figureText(seen.live) })}</p>
      {seen.definitionChanged && <Note tone="warn">{t('indicatorScreens.definitionChanged')}</Note>}
      {seen.came.length > 0 && (
        <Section title={t('indicatorScreens.came', { n: seen.came.length })}>
          <Changed rows={seen.came} />
        </Section>
      )}
      {seen.left.length > 0 && (
        <Section title={t('indicatorScreens.left', { n: seen.left.length })}>
          <Changed rows={seen.left} />
        </Section>
      )}
    </>
  )
}

function Changed(props: { readonly rows: Gives<'indicators.adjustments'>['came'] }) {
  return (
    <ul className={style['counted']}>
      {props.rows.map((row) => (
        <li key={row.id}>
          {behindHref(row) === undefined ? <span>{row.label}</span> : <a href={behindHref(row)}>{row.label}</a>}
          <small>{row.on === null ? '' : dateText(row.on)}</small>
          <small>{[row.cohortName, row.detail].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ul>
  )
}
