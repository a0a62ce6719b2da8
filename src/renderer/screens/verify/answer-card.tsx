import { useEffect, useRef } from 'react'
import type { ComponentType } from 'react'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { dateRange, longDate } from '../../../shared/domain/dates.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconAlertOctagon, IconAlertTriangle, IconBan, IconShieldCheck } from '../../ui/icons.ts'
import { momentText } from '../corrections/moment-text.ts'
import style from './verify.module.css'

export type Verification = Gives<'seal.verify'>
type Answer = Verification['answer']
type Facts = NonNullable<Verification['facts']>

const ICONS: Readonly<Record<Answer, ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>>> = {
  authentic: IconShieldCheck,
  annulled: IconBan,
  notAuthentic: IconAlertOctagon,
  cannotCheck: IconAlertTriangle,
}

/** The answer as a sign and its word: never by colour alone. */
export function AnswerMark(props: { readonly answer: Answer }) {
  const t = useText()
  const Icon = ICONS[props.answer]
  return (
    <span className={style['mark']} data-answer={props.answer}>
      <Icon size={15} aria-hidden />
      {t('seal.answer', { answer: props.answer })}
    </span>
  )
}

/** The answer, large, with why, what the paper must say, and what the answer rests on. */
export function AnswerCard(props: { readonly verification: Verification }) {
  const t = useText()
  const { verification } = props
  const { answer, facts } = verification
  const Icon = ICONS[answer]
  const card = useRef<HTMLElement>(null)
  // In a low window the answer stands below what asked for it.
  useEffect(() => {
    // What it gives (a promise, in newer browsers) is no way to end the effect.
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [verification])
  return (
    <article ref={card} className={style['answer']} data-answer={answer}>
      <header>
        <Icon size={44} stroke={1.5} aria-hidden />
        <div>
          <h2>{t('seal.answer', { answer })}</h2>
          {verification.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      </header>
      <div className={style['said']}>
        {facts !== null && (
          <>
            <h3>{headingOf(verification, t)}</h3>
            <dl className={style['who']} data-sure={verification.key !== null}>
              <dt>{t('sealScreens.name')}</dt>
              <dd>{facts.name}</dd>
              <dt>{t('sealScreens.document')}</dt>
              <dd>{facts.document === null ? t('sealScreens.noDocument') : documentText(facts.document, t)}</dd>
            </dl>
            <Lines lines={factLines(facts, t)} />
          </>
        )}
        {verification.code !== null && verification.key !== null && answer !== 'notAuthentic' && (
          <dl className={style['code']}>
            <dt>{t('sealScreens.codeOnPaper')}</dt>
            <dd className="tabular">{groupedCode(verification.code)}</dd>
          </dl>
        )}
        <Lines lines={groundLines(verification, t)} />
        <InRegister verification={verification} />
      </div>
    </article>
  )
}

function headingOf(verification: Verification, t: Text): string {
  if (verification.key === null && verification.certificate === null) return t('sealScreens.unchecked')
  return verification.answer === 'authentic' ? t('sealScreens.compare') : t('sealScreens.sealSays')
}

type Line = readonly [term: string, value: string | null]

function Lines(props: { readonly lines: readonly Line[] }) {
  const lines = props.lines.filter(([, value]) => value !== null)
  if (lines.length === 0) return null
  return (
    <dl className={style['lines']}>
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function factLines(facts: Facts, t: Text): readonly Line[] {
  return [
    [t('sealScreens.kind'), facts.kind === null ? null : kindText(facts.kind, t)],
    [t('sealScreens.number'), facts.number],
    [t('sealScreens.action'), facts.action],
    [t('sealScreens.dates'), daysText(facts.from, facts.to)],
    [t('sealScreens.hours'), facts.hours === null ? null : String(facts.hours)],
    [t('sealScreens.grade'), facts.grade],
    [t('sealScreens.resolution'), facts.resolution],
    [t('sealScreens.signer'), facts.signer],
    [t('sealScreens.issuedAt'), momentText(facts.issuedAt)],
    [t('sealScreens.expiresAt'), facts.expiresAt === null ? null : momentText(facts.expiresAt)],
  ]
}

function groundLines({ facts, key, listDate, listIsStale }: Verification, t: Text): readonly Line[] {
  const office: Line = key === null ? [t('sealScreens.officeRuc'), facts?.issuerRuc ?? null] : [t('sealScreens.office'), `${key.officeName} · ${facts?.issuerRuc ?? ''}`]
  return [
    office,
    [t('sealScreens.fingerprint'), key?.fingerprint ?? null],
    [t('sealScreens.computer'), key === null ? null : key.name],
    [t('sealScreens.listDate'), listDate === null ? (key === null ? null : t('sealScreens.noList')) : t('sealScreens.listOf', { day: momentText(listDate), isStale: listIsStale })],
  ]
}

/** What the office's own register holds of it, and what took its place. */
function InRegister(props: { readonly verification: Verification }) {
  const t = useText()
  const { certificate, file } = props.verification
  return (
    <>
      {certificate !== null && (
        <p className={style['register']}>
          <span>{certificate.replacedBy === null ? t('sealScreens.inRegister', { state: certificate.state }) : t('sealScreens.replacedBy', { number: certificate.replacedBy })}</span>
          <a href={href('certificates', [certificate.id])}>{t('sealScreens.toRegister', { number: certificate.number })}</a>
        </p>
      )}
      {file !== null && (
        <p className={style['file']} data-file={file}>
          {t('sealScreens.file', { file })}
        </p>
      )}
    </>
  )
}

function kindText(kind: string, t: Text): string {
  return kind === 'CERT' || kind === 'CONST' ? t('seal.kind', { kind: kind === 'CONST' ? 'constancia' : 'certificado' }) : kind
}

/** `01-12345678` as it is read. */
function documentText(written: string, t: Text): string {
  const [, type = '', number = ''] = /^(\d\d)-(.+)$/.exec(written) ?? []
  return type === '01' ? t('sealScreens.dni', { number }) : number === '' ? written : number
}

function daysText(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return from === null && to === null ? null : longDate(from ?? to ?? '')
  const range = dateRange(from, to)
  return range.charAt(0).toUpperCase() + range.slice(1)
}
