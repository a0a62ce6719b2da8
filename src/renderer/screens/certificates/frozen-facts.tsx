import type { ReactNode } from 'react'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import style from './register.module.css'

/** What an issued paper says, in the order of the page; papers of either shape alike. */
export function FrozenFacts(props: { readonly paper: Gives<'certificates.get'> }) {
  const t = useText()
  const { paper: row } = props
  const { paper } = row
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('issuing.entity'), paper.entityName],
    [t('issuing.kindShort'), paper.heading],
    [t('issuing.number'), row.number],
    [t('issuing.name'), <b key="name">{row.personName}</b>],
    [t('issuing.identity'), paper.documentText],
    [t('issuing.text'), paper.statement],
    [t('issuing.legalBasis'), paper.legalBasis],
    [t('issuing.placeAndDate'), paper.issuedLine],
    [
      t('issuing.signedBy'),
      paper.signatories.length === 0 ? null : (
        <ul key="signed">
          {paper.signatories.map((one) => (
            <li key={one.name + one.post}>
              {one.name}
              <small>{one.post}</small>
            </li>
          ))}
        </ul>
      ),
    ],
    [t('issuing.registerEntry'), paper.registerText],
  ]
  return <Facts facts={facts} />
}

/** Label and value, one below the other; those without a value are left out. */
export function Facts(props: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={style['facts']}>
      {props.facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A moment in the time of Peru: "22/11/2026, 10:04". */
export function momentText(moment: string): string {
  return new Intl.DateTimeFormat('es-PE', { timeZone: 'America/Lima', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment))
}
