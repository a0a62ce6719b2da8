import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import type { Route } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ChooseGroup } from './choose-group.tsx'
import { choicesOf } from './fitting.ts'
import { chosenEnrolments } from './chosen-enrolments.ts'
import { IssueDesk } from './issue-desk.tsx'

const NOBODY = '00000000-0000-7000-8000-000000000000'

/** Issuing: for a group (`grupo`), a whole edition (`edicion`), or those chosen in a list of theirs (`personas`). */
export function IssueScreen(props: { readonly params: Route['params'] }) {
  const t = useText()
  const { grupo, edicion } = props.params
  if (grupo === undefined && edicion === undefined) {
    return (
      <Screen title={t('issuing.where')} crumbs={[{ word: t('issuing.issueWord') }]}>
        <ChooseGroup />
      </Screen>
    )
  }
  return grupo === undefined ? <ForEdition editionId={edicion ?? NOBODY} params={props.params} /> : <ForCohort cohortId={grupo} params={props.params} />
}

function ForCohort(props: { readonly cohortId: string; readonly params: Route['params'] }) {
  const of = useQuery('cohorts.get', { id: props.cohortId })
  const seen = of.data
  return (
    <Prepared
      of={{ cohortId: props.cohortId }}
      params={props.params}
      error={of.error}
      edition={seen?.edition}
      about={seen === undefined ? undefined : [seen.programme.shortName ?? seen.programme.name, seen.edition.name, seen.cohort.name].join(' · ')}
      groupHref={href('programmes', ['grupo', props.cohortId])}
      registerParams={{ grupo: props.cohortId }}
    />
  )
}

function ForEdition(props: { readonly editionId: string; readonly params: Route['params'] }) {
  const t = useText()
  const of = useQuery('editions.get', { id: props.editionId })
  const seen = of.data
  return (
    <Prepared
      of={{ editionId: props.editionId }}
      params={props.params}
      error={of.error}
      edition={seen?.edition}
      about={seen === undefined ? undefined : [seen.programme.shortName ?? seen.programme.name, t('issuing.wholeEdition', { edition: seen.edition.name, n: seen.cohorts.length })].join(' · ')}
      groupHref={href('programmes', ['edicion', props.editionId])}
      registerParams={{}}
    />
  )
}

/** Waits for everything that issuing needs to know; where the first step is missing, teaches it. */
function Prepared(props: {
  readonly of: { readonly cohortId: string } | { readonly editionId: string }
  readonly params: Route['params']
  readonly error: ReturnType<typeof useQuery>['error']
  readonly edition: Gives<'cohorts.get'>['edition'] | undefined
  readonly about: string | undefined
  readonly groupHref: string
  readonly registerParams: Record<string, string>
}) {
  const t = useText()
  const { edition } = props
  const people = useQuery('enrolments.list', props.of)
  const office = useQuery('entity.get', {})
  const series = useQuery('numbering.list', {})
  const designs = useQuery('designs.list', {})
  const today = useQuery('app.about', {}).data?.today
  const [only] = useState(() => (props.params['personas'] === undefined ? undefined : chosenEnrolments()))
  const error = props.error ?? people.error ?? office.error ?? series.error ?? designs.error
  let shown: ReactNode = null
  if (people.data !== undefined && office.data !== undefined && series.data !== undefined && designs.data !== undefined && edition !== undefined && today !== undefined) {
    if (office.data.entity.name === null || series.data.length === 0) shown = <SetUp />
    else if (people.data.length === 0) shown = <EmptyGroup groupHref={props.groupHref} />
    else {
      shown = (
        <IssueDesk
          facts={{ people: people.data, office: office.data, series: series.data, designs: choicesOf(designs.data), today, only, hasSyllabus: (edition.syllabus ?? '').trim() !== '' }}
          editionName={edition.name}
          editionHref={href('programmes', ['edicion', edition.id])}
          registerParams={props.registerParams}
        />
      )
    }
  }
  return (
    <Screen
      fill
      title={t('issuing.title')}
      about={props.about}
      crumbs={[{ word: t('issuing.issueWord'), href: href('certificates', ['emitir']) }, ...(props.about === undefined ? [] : [{ word: props.about }])]}
      actions={<a href={href('certificates', ['emitir'])}>{t('issuing.change')}</a>}
    >
      <Failure error={error} onRetry={people.reload} />
      {shown}
    </Screen>
  )
}

function SetUp() {
  const t = useText()
  return (
    <EmptyState
      drawing="signature"
      title={t('issuing.setUp')}
      actions={
        <Button variant="filled" onClick={() => go('settings', ['entidad'])}>
          {t('issuing.setUpDo')}
        </Button>
      }
    >
      {t('issuing.setUpWhy')}
    </EmptyState>
  )
}

function EmptyGroup(props: { readonly groupHref: string }) {
  const t = useText()
  return (
    <EmptyState drawing="people" title={t('issuing.emptyGroup')} actions={<a href={props.groupHref}>{t('issuing.openGroup')}</a>}>
      {t('issuing.emptyGroupWhy')}
    </EmptyState>
  )
}
