import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { Figures } from '../../ui/figures.tsx'
import { IconAlertTriangle, IconCertificate, IconCircleCheck, IconFileSpreadsheet, IconPlayerPlay, IconUpload } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { ExampleProgrammes } from './example-programmes.tsx'
import { FirstSteps } from './first-steps.tsx'
import style from './home.module.css'

type Overview = Gives<'home.overview'>

/** What there is, and what to do next. */
export function HomeScreen() {
  const t = useText()
  const overview = useQuery('home.overview', {})
  const entity = useQuery('entity.get', {})
  const about = useQuery('app.about', {})
  const seen = overview.data
  const isNew = seen !== undefined && seen.certificates === 0
  return (
    <Screen
      title={entity.data?.entity.name ?? t('home.welcome')}
      actions={
        seen !== undefined && seen.people > 0 ? (
          <Button variant="filled" component="a" href={href('people', ['importar'])} leftSection={<IconUpload size={16} />}>
            {t('home.importList')}
          </Button>
        ) : undefined
      }
    >
      <Failure error={overview.error} onRetry={overview.reload} />
      {seen !== undefined && (
        <>
          {isNew && <FirstSteps overview={seen} />}
          {seen.people + seen.cohorts > 0 && <Counted overview={seen} />}
          {isNew && seen.people === 0 && about.data?.example === false && <Example />}
          {about.data?.example === true && <ExampleProgrammes />}
          {seen.people + seen.cohorts > 0 && (
            <div className={style['columns']}>
              <div className={style['aside']}>
                {seen.cohorts > 0 ? <ToCertify overview={seen} /> : <LastImports overview={seen} />}
                {seen.lastIssues.length > 0 && <LastIssues overview={seen} />}
              </div>
              <div className={style['aside']}>
                <ToMend overview={seen} isNew={isNew} />
                {seen.cohorts > 0 && <LastImports overview={seen} />}
              </div>
            </div>
          )}
        </>
      )}
    </Screen>
  )
}

function Counted(props: { readonly overview: Overview }) {
  const t = useText()
  const { people, organisations, cohorts, certificates } = props.overview
  return (
    <Figures
      label={t('home.figures')}
      figures={[
        { label: t('home.people'), value: people, href: href('people') },
        { label: t('home.organisations'), value: organisations, href: href('people', ['organizaciones']) },
        { label: t('home.cohorts'), value: cohorts, href: href('programmes') },
        { label: t('home.certificates'), value: certificates, href: href('certificates') },
      ]}
    />
  )
}

function ToCertify(props: { readonly overview: Overview }) {
  const t = useText()
  const groups = props.overview.cohortsToCertify
  return (
    <Card title={t('home.toCertify')}>
      {groups.length === 0 ? (
        <div className={style['calm']}>
          <IconCircleCheck size={20} stroke={1.5} aria-hidden />
          <div>
            <strong>{t('home.allCertified')}</strong>
            <p>{t('home.allCertifiedWhy')}</p>
          </div>
        </div>
      ) : (
        <ul className={style['lines']}>
          {groups.map((group) => (
            <li key={group.id}>
              <IconCertificate size={20} stroke={1.5} aria-hidden />
              <div>
                <a href={href('programmes', ['grupo', group.id])}>{group.name}</a>
                <p>{`${group.edition} · ${group.isReleased ? t('home.toCertifyPeople', { n: group.people }) : t('home.toFinish', { n: group.people })}`}</p>
              </div>
              <Button component="a" href={group.isReleased ? href('certificates', ['emitir'], { grupo: group.id }) : href('programmes', ['grupo', group.id, 'resumen'])}>
                {group.isReleased ? t('home.issue') : t('home.goOn')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** While the first steps are shown, they say what is missing of the entity. */
function ToMend(props: { readonly overview: Overview; readonly isNew: boolean }) {
  const t = useText()
  const { withoutDocument, entityReady, signatoriesReady } = props.overview
  const lines = [
    ...(entityReady || props.isNew ? [] : [{ key: 'entity', what: t('home.noEntity'), why: t('home.noEntityWhy'), to: href('settings', ['entidad']) }]),
    ...(signatoriesReady || props.isNew ? [] : [{ key: 'signatory', what: t('home.noSignatory'), why: t('home.noSignatoryWhy'), to: href('settings', ['firmantes']) }]),
    ...(withoutDocument === 0 ? [] : [{ key: 'document', what: t('home.withoutDocument', { n: withoutDocument }), why: t('home.withoutDocumentWhy'), to: href('people', [], { ver: 'withoutDocument' }) }]),
  ]
  return (
    <Card title={t('home.toMend')}>
      {lines.length === 0 ? (
        <div className={style['calm']}>
          <IconCircleCheck size={20} stroke={1.5} aria-hidden />
          <strong>{t('home.nothingToMend')}</strong>
        </div>
      ) : (
        <ul className={style['lines']}>
          {lines.map((line) => (
            <li key={line.key}>
              <IconAlertTriangle size={20} stroke={1.5} aria-hidden data-tone="warn" />
              <div>
                <a href={line.to}>{line.what}</a>
                <p>{line.why}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function LastIssues(props: { readonly overview: Overview }) {
  const t = useText()
  return (
    <Card title={t('home.lastIssues')}>
      <ul className={style['lines']}>
        {props.overview.lastIssues.map((one) => (
          <li key={`${one.at}${one.cohortId}`}>
            <IconCertificate size={20} stroke={1.5} aria-hidden />
            <div>
              <a href={href('certificates', [], { grupo: one.cohortId })}>{one.name}</a>
              <p>{`${one.edition} · ${t('home.issuedCount', { n: one.certificates })}`}</p>
            </div>
            <span className={style['when']}>{momentDay(one.at)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function LastImports(props: { readonly overview: Overview }) {
  const t = useText()
  const { lastImports } = props.overview
  return (
    <Card title={t('home.lastImports')}>
      {lastImports.length === 0 ? (
        <p className={style['soft']}>{t('home.noImports')}</p>
      ) : (
        <ul className={style['lines']}>
          {lastImports.map((one) => (
            <li key={one.id}>
              <IconFileSpreadsheet size={20} stroke={1.5} aria-hidden />
              <div>
                <a href={href('people', ['importaciones', one.id])}>{one.fileName}</a>
                <p>{`${momentDay(one.at)} · ${t('home.importLine', one)}`}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The way to see it at work before having data of one's own. */
function Example() {
  const t = useText()
  const open = useJob('app.openExample', { label: t('frame.openingExample'), quiet: true })
  return (
    <div className={style['example']}>
      <div>
        <strong>{t('home.example')}</strong>
        <p>{t('home.exampleWhy')}</p>
        <Failure error={open.error} onClose={open.forget} />
      </div>
      <Button loading={open.running} leftSection={<IconPlayerPlay size={16} />} onClick={() => void open.run({})}>
        {t('frame.openExample')}
      </Button>
    </div>
  )
}

/** The day of a moment, by the clock of this computer, as dd/mm/aaaa. */
function momentDay(at: string): string {
  const moment = new Date(at)
  return dateText(`${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`)
}
