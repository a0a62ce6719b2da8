import { Fragment } from 'react'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import style from './corrections.module.css'

export interface Change {
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What changes, in one line: "Nombre: Ana → Anna · Horas: 24 → 30". */
export function changesText(changes: readonly Change[], t: Text): string {
  return changes.map(({ label, before, after }) => t('correctionScreens.change', { label, before: before === '' ? t('correctionScreens.nothing') : before, after: after === '' ? t('correctionScreens.nothing') : after })).join(' · ')
}

/** The same, each under its label: what it says, and what it would say. */
export function Changes(props: { readonly changes: readonly Change[] }) {
  const t = useText()
  return (
    <dl className={style['changes']}>
      {props.changes.map(({ field, label, before, after }) => (
        <Fragment key={field}>
          <dt>{label}</dt>
          <dd>
            <span>
              <small>{t('correctionScreens.says')}</small>
              <del>{before === '' ? t('correctionScreens.nothing') : before}</del>
            </span>
            <span>
              <small>{t('correctionScreens.willSay')}</small>
              <ins>{after === '' ? t('correctionScreens.nothing') : after}</ins>
            </span>
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
