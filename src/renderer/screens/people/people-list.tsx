import { useDeferredValue } from 'react'
import type { ReactNode } from 'react'
import { Button, TextInput } from '@mantine/core'
import type { AppContract } from '../../../shared/contract/index.ts'
import { titleCase, upperCase } from '../../../shared/domain/names.ts'
import type { InputOf } from '../../../shared/rpc/define.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href, replace, useRoute } from '../../router.ts'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import { useCommands } from '../../frame/commands.ts'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconSearch, IconUpload, IconUserPlus, IconX } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { NewPerson } from './new-person.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonPanel } from './person-panel.tsx'
import { toList } from './to-list.ts'
import style from './people.module.css'

type Person = RowOf<'people.list'>
type Only = NonNullable<InputOf<AppContract['people']['list']>['only']>

const FILTERS = {
  all: 'people.filterAll',
  withoutDocument: 'people.filterWithoutDocument',
  withoutSex: 'people.filterWithoutSex',
  withoutBirthDate: 'people.filterWithoutBirthDate',
  servidor: 'people.filterServidor',
  lider: 'people.filterLider',
  locador: 'people.filterLocador',
  otro: 'people.filterOtro',
} as const satisfies Record<Only, string>
const ORDER = Object.keys(FILTERS) as readonly Only[]

/** All people, found by any part of the name or document; one record at a time beside the list. The address holds what is shown. */
export function PeopleList(props: { readonly openId: string | undefined }) {
  const t = useText()
  const { params } = useRoute()
  const only = ORDER.find((one) => one === params['ver']) ?? 'all'
  const search = params['buscar'] ?? ''
  const organisationId = params['entidad']
  const settled = useDeferredValue(search)
  const among = { search: settled, ...(organisationId === undefined ? {} : { organisationId }) }
  const source = useRows('people.list', { ...among, only })
  const counts = useQuery('people.counts', among, { keepOld: true })
  const isNew = props.openId === 'nueva'
  const isFiltered = search !== '' || only !== 'all' || organisationId !== undefined
  const isEmpty = counts.data?.all === 0 && !isFiltered

  const at = (id?: string): readonly string[] => (id === undefined ? [] : [id])
  const show = (change: Readonly<Record<string, string | undefined>>): void => {
    const next = Object.fromEntries(Object.entries({ ...params, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''))
    replace('people', at(props.openId), next)
  }
  const open = (id?: string): void => go('people', at(id), params)
  useCommands([{ id: 'people.new', label: t('people.new'), run: () => open('nueva') }])

  const panel = isNew ? (
    <NewPerson onClose={() => open()} onMade={open} />
  ) : props.openId === undefined ? undefined : (
    <PersonPanel key={props.openId} id={props.openId} onClose={() => open()} />
  )
  const start = (
    <>
      <Button variant={isNew ? 'default' : 'filled'} component="a" href={href('people', ['importar'])} leftSection={<IconUpload size={16} />}>
        {t('people.import')}
      </Button>
      <Button onClick={() => open('nueva')}>{t('people.new')}</Button>
    </>
  )
  const nothing = <Button onClick={() => go('people')}>{t('people.seeAll')}</Button>
  return (
    <Screen
      title={t('people.title')}
      fill
      about={source.total === undefined || isEmpty ? undefined : t('people.count', { n: source.total })}
      actions={
        isEmpty ? undefined : (
        <>
          <Button onClick={() => open('nueva')} leftSection={<IconUserPlus size={16} />}>
            {t('people.new')}
          </Button>
          <Button variant={isNew ? 'default' : 'filled'} component="a" href={href('people', ['importar'])} leftSection={<IconUpload size={16} />}>
            {t('people.import')}
          </Button>
        </>
        )
      }
      tools={
        <>
          <PeopleTabs at="people" />
          <TextInput
            className={style['search'] ?? ''}
            type="search"
            aria-label={t('people.search')}
            placeholder={t('people.searchHint')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => show({ buscar: event.currentTarget.value })}
            onKeyDown={toList}
          />
          {organisationId !== undefined && <OnlyOf id={organisationId} onClear={() => show({ entidad: undefined })} />}
          {!isEmpty && <FilterWords value={only} onChange={(value) => show({ ver: value === 'all' ? undefined : value })} words={wordsOf(counts.data, only, t)} />}
        </>
      }
      panel={panel}
    >
      <DataTable
        id="people"
        label={t('people.title')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        openId={props.openId}
        onOpen={(row) => open(row.id)}
        empty={
          isFiltered ? (
            <EmptyState drawing="people" title={t('people.nothingTitle')} actions={nothing}>
              {t('people.nothingWhy')}
            </EmptyState>
          ) : (
            <EmptyState drawing="people" title={t('people.emptyTitle')} actions={start}>
              {t('people.emptyWhy')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

/** The filters that show somebody, and the one that holds. */
function wordsOf(counts: Readonly<Record<Only, number>> | undefined, only: Only, t: Text) {
  return ORDER.filter((value) => value === 'all' || value === only || counts === undefined || counts[value] > 0).map((value) => ({ value, word: t(FILTERS[value]), count: counts?.[value] }))
}

function columnsOf(t: Text): readonly Column<Person>[] {
  return [
    { key: 'name', title: t('people.columnName'), width: 290, show: nameShown, text: nameText },
    { key: 'document', title: t('people.columnDocument'), width: 150, show: (row) => documentShown(row, t), text: (row) => row.documentNumber ?? '' },
    { key: 'organisation', title: t('people.columnOrganisation'), width: 280, show: (row) => row.organisationName ?? '' },
    { key: 'post', title: t('people.columnPost'), width: 190, show: (row) => row.postTitle ?? '' },
    { key: 'class', title: t('people.columnClass'), width: 140, show: (row) => t('people.className', { personClass: row.personClass }) },
  ]
}

const surnames = (row: Person): string => upperCase([row.firstSurname, row.secondSurname].filter(Boolean).join(' '))
const nameText = (row: Person): string => `${surnames(row)}, ${titleCase(row.givenNames)}`

function nameShown(row: Person): ReactNode {
  return (
    <>
      <span className={style['surnames']}>{surnames(row)}</span>
      {`, ${titleCase(row.givenNames)}`}
    </>
  )
}

function documentShown(row: Person, t: Text): ReactNode {
  if (row.documentNumber === null) return <span className={style['faint']}>{t('people.withoutDocument')}</span>
  return (
    <span className="tabular">
      <span className={style['kind']}>{t('people.documentTypeShort', { type: row.documentType })}</span>
      {row.documentNumber}
    </span>
  )
}

/** The organisation that the list is narrowed to, with the way to widen it again. */
function OnlyOf(props: { readonly id: string; readonly onClear: () => void }) {
  const t = useText()
  const organisation = useQuery('organisations.get', { id: props.id })
  return (
    <span className={style['chip']}>
      <span>{t('people.onlyOf', { name: organisation.data?.name ?? '…' })}</span>
      <button type="button" onClick={props.onClear} aria-label={t('people.seeAll')}>
        <IconX size={14} />
      </button>
    </span>
  )
}
