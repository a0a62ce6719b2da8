import type { Outcome } from '../../../shared/domain/eligibility.ts'
import { useText } from '../../language.tsx'
import { IconCertificate, IconCheck, IconClock, IconDoorExit, IconX } from '../../ui/icons.ts'
import style from './results.module.css'

const ICONS = { certificado: IconCertificate, constancia: IconCheck, none: IconX, undecided: IconClock, withdrawn: IconDoorExit } as const

/** What came of somebody: a sign, a colour and the word. */
export function OutcomeWord(props: { readonly outcome: Outcome }) {
  const t = useText()
  const Icon = ICONS[props.outcome]
  return (
    <span className={style['outcome']} data-outcome={props.outcome}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {t('outcome.earns', { earns: props.outcome })}
    </span>
  )
}
