import type { ReactNode } from 'react'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { IconAlertOctagon, IconArrowBackUp } from '../../ui/icons.ts'
import style from './register.module.css'

type State = Gives<'certificates.get'>['state']

/** A number that counts no more is struck through, with a sign and the word beside it. */
export function Struck(props: { readonly state: State; readonly children: ReactNode }) {
  if (props.state === 'valid') return props.children
  return (
    <>
      <s>{props.children}</s> <StateMark state={props.state} />
    </>
  )
}

/** The state as a sign and its word: never by colour alone. */
export function StateMark(props: { readonly state: State }) {
  const t = useText()
  const Icon = props.state === 'annulled' ? IconAlertOctagon : IconArrowBackUp
  return (
    <span className={style['mark']} data-state={props.state}>
      <Icon size={14} aria-hidden />
      {t('certificates.stateName', { state: props.state })}
    </span>
  )
}
