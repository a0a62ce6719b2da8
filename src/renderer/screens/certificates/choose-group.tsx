import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { searchKey, searchPieces } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowRight, IconSearch } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import { issueParams } from './chosen-enrolments.ts'
import style from './choose-group.module.css'

type Programme = Gives<'programmes.list'>[number]

/** Whose certificates: first the groups that wait for theirs, then every other. */
export function ChooseGroup() {
  const t = useText()
  const overview = useQuery('home.overview', {})
  const tree = useQuery('programmes.list', { search: '' })
  const [search, setSearch] = useState('')
  if (tree.data === undefined || overview.data === undefined) return <Failure error={tree.error ?? overview.error} onRetry={tree.reload} />
  const peopled = tree.data.filter((programme) => programme.editions.some((edition) => edition.cohorts.some((cohort) => cohort.participants + cohort.others > 0)))
  if (peopled.length === 0) return <NoGroups />
  const waiting = overview.data.cohortsToCertify
  const found = peopled.filter((programme) => isFound(programme, search))
  return (
    <div className={style['choose']}>
      <p className={style['about']}>{t('issuing.whereAbout')}</p>
      {waiting.length > 0 && (
        <Card title={t('issuing.toCertify')}>
          <ul className={style['waiting']}>
            {waiting.map((one) => (
              <li key={one.id}>
                <a href={href('certificates', ['emitir'], issueParams({ cohortId: one.id }))}>
                  <span>
                    <b>{one.name}</b>
                    <small>{one.edition}</small>
                  </span>
                  <span className="tabular">{t('issuing.groupFigures', { people: one.people, papers: 0 })}</span>
                  <IconArrowRight size={16} aria-hidden />
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title={t('issuing.everyGroup')}
        actions={
          <TextInput aria-label={t('issuing.findGroup')} placeholder={t('issuing.findGroup')} leftSection={<IconSearch size={15} aria-hidden />} value={search} autoComplete="off" onChange={(event) => setSearch(event.currentTarget.value)} />
        }
      >
        {found.length === 0 && <p>{t('issuing.noSuchGroup')}</p>}
        {found.map((programme) => (
          <ProgrammeGroups key={programme.id} programme={programme} />
        ))}
      </Card>
    </div>
  )
}

function ProgrammeGroups(props: { readonly programme: Programme }) {
  const t = useText()
  const { programme } = props
  const editions = programme.editions.map((edition) => ({ ...edition, cohorts: edition.cohorts.filter((cohort) => cohort.participants + cohort.others > 0) })).filter((edition) => edition.cohorts.length > 0)
  return (
    <section className={style['programme']}>
      <h3>{programme.name}</h3>
      {editions.map((edition) => (
        <div key={edition.id}>
          <span className={style['edition']}>{edition.name}</span>
          <ul>
            {edition.cohorts.length > 1 && (
              <li>
                <a href={href('certificates', ['emitir'], issueParams({ editionId: edition.id }))}>
                  <b>{t('issuing.allGroups')}</b>
                  <Figures cohorts={edition.cohorts} />
                </a>
              </li>
            )}
            {edition.cohorts.map((cohort) => (
              <li key={cohort.id}>
                <a href={href('certificates', ['emitir'], issueParams({ cohortId: cohort.id }))}>
                  <b>{cohort.name}</b>
                  <Figures cohorts={[cohort]} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Figures(props: { readonly cohorts: readonly { readonly participants: number; readonly others: number; readonly certificates: number }[] }) {
  const t = useText()
  const people = props.cohorts.reduce((sum, one) => sum + one.participants + one.others, 0)
  const papers = props.cohorts.reduce((sum, one) => sum + one.certificates, 0)
  return <small className="tabular">{t('issuing.groupFigures', { people, papers })}</small>
}

function NoGroups() {
  const t = useText()
  return (
    <EmptyState
      drawing="programmes"
      title={t('issuing.noGroups')}
      actions={
        <>
          <Button variant="filled" onClick={() => go('people', ['importar'])}>
            {t('issuing.importFirst')}
          </Button>
          <Button onClick={() => go('programmes')}>{t('issuing.openProgrammes')}</Button>
        </>
      }
    >
      {t('issuing.noGroupsWhy')}
    </EmptyState>
  )
}

function isFound(programme: Programme, search: string): boolean {
  const key = searchKey([programme.name, programme.shortName ?? '', ...programme.editions.flatMap((edition) => [edition.name, ...edition.cohorts.map((cohort) => cohort.name)])].join(' '))
  return searchPieces(search).every((piece) => key.includes(piece))
}
