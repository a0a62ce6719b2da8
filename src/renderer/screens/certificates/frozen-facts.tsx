import type { ReactNode } from 'react'
import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { useText } from '../../language.tsx'
import style from './register.module.css'

/** Every word of an issued paper, in the order of the page. */
export function FrozenFacts(props: { readonly frozen: FrozenCertificate; readonly issuedAt: string }) {
  const t = useText()
  const { frozen } = props
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('issuing.yearName'), frozen.entity.yearName],
    [t('issuing.entity'), [frozen.entity.name, frozen.entity.unit].filter((one) => one !== null).join(', ')],
    [t('issuing.kindShort'), [frozen.heading, frozen.headingNote].filter((one) => one !== null).join(' ')],
    [t('issuing.number'), frozen.number],
    [frozen.givenTo, <b key="name">{frozen.personName}</b>],
    [t('issuing.identity'), frozen.documentText],
    [t('issuing.text'), frozen.statement.map((span, at) => (span.strong ? <b key={`${at}${span.text}`}>{span.text}</b> : span.text))],
    [t('issuing.legalBasis'), frozen.legalBasis],
    [t('issuing.placeAndDate'), frozen.issuedLine],
    [
      t('issuing.signedBy'),
      frozen.signatories.length === 0 ? null : (
        <ul key="signed">
          {frozen.signatories.map((one) => (
            <li key={one.name + one.post}>
              {one.name}
              <small>{[one.post, one.entity].filter((part) => part !== null).join(', ')}</small>
            </li>
          ))}
        </ul>
      ),
    ],
    [frozen.syllabus === null ? '' : `${t('issuing.onTheBack')}: ${frozen.syllabus.heading}`, frozen.syllabus === null ? null : <ul key="syllabus">{frozen.syllabus.lines.map((line, at) => <li key={`${at}${line}`}>{line}</li>)}</ul>],
    [t('issuing.qr'), <span key="qr" className={style['qr']}>{frozen.qrText}</span>],
    [t('issuing.issuedAt'), momentText(props.issuedAt)],
  ]
  return (
    <dl className={style['facts']}>
      {facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A moment in the time of Peru: "22/11/2026, 10:04". */
function momentText(moment: string): string {
  return new Intl.DateTimeFormat('es-PE', { timeZone: 'America/Lima', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment))
}
