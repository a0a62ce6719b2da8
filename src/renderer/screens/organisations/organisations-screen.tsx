import { useDeferredValue } from 'react'
import { Button, Select, TextInput } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, replace, useRoute } from '../../router.ts'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconChevronDown, IconPlus, IconSearch } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { PeopleTabs } from '../people/people-tabs.tsx'
import { toList } from '../people/to-list.ts'
import style from '../people/people.module.css'
import { NewOrganisation, OrganisationPanel } from './organisation-panel.tsx'

/** Organisations, found by any part of the name, the initials or the RUC; one record at a time beside the list. */
export function OrganisationsScreen(props: { readonly openId: string | undefined }) {
  const t = useText()
  const { params } = useRoute()
  const search = params['buscar'] ?? ''
  const kind = params['tipo']
  const source = useRows('organisations.list', { search: useDeferredValue(search), ...(kind === undefined ? {} : { kind }) })
  const path = (id?: string): readonly string[] => (id === undefined ? ['organizaciones'] : ['organizaciones', id])
  const open = (id?: string): void => go('people', path(id), params)
  const show = (change: Readonly<Record<string, string | null>>): void => {
    const next = Object.fromEntries(Object.entries({ ...params, ...change }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))
    replace('people', path(props.openId), next)
  }
  const kinds = (source.answer?.kinds ?? []).map((one) => ({ value: one.kind, label: t('frame.count', { word: t('organisations.kindName', one), n: one.count }) }))
  const panel =
    props.openId === 'nueva' ? (
      <NewOrganisation onClose={() => open()} onMade={open} />
    ) : props.openId === undefined ? undefined : (
      <OrganisationPanel key={props.openId} id={props.openId} onClose={() => open()} />
    )
  const create = (
    <Button variant="filled" onClick={() => open('nueva')} leftSection={<IconPlus size={16} />}>
      {t('organisations.new')}
    </Button>
  )
  return (
    <Screen
      title={t('organisations.title')}
      fill
      crumbs={[{ word: t('organisations.title') }]}
      about={source.total === undefined ? undefined : t('organisations.count', { n: source.total })}
      actions={create}
      tools={
        <>
          <PeopleTabs at="organisations" />
          <TextInput
            className={style['search'] ?? ''}
            type="search"
            aria-label={t('organisations.search')}
            placeholder={t('organisations.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => show({ buscar: event.currentTarget.value })}
            onKeyDown={toList}
          />
          <Select
            aria-label={t('organisations.kind')}
            placeholder={t('organisations.allKinds')}
            data={kinds}
            value={kind ?? null}
            clearable
            w={280}
            rightSection={kind === undefined ? <IconChevronDown size={16} aria-hidden /> : undefined}
            onChange={(value) => show({ tipo: value })}
          />
        </>
      }
      panel={panel}
    >
      <DataTable
        id="organisations"
        label={t('organisations.title')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        openId={props.openId}
        onOpen={(row) => open(row.id)}
        empty={
          search !== '' || kind !== undefined ? (
            <EmptyState drawing="people" title={t('organisations.nothingTitle')} actions={<Button onClick={() => go('people', ['organizaciones'])}>{t('organisations.seeAll')}</Button>}>
              {t('organisations.nothingWhy')}
            </EmptyState>
          ) : (
            <EmptyState drawing="people" title={t('organisations.emptyTitle')} actions={create}>
              {t('organisations.emptyWhy')}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}

function columnsOf(t: Text): readonly Column<RowOf<'organisations.list'>>[] {
  return [
    { key: 'name', title: t('organisations.columnName'), width: 400, show: (row) => (row.shortName === null ? row.name : `${row.name} (${row.shortName})`) },
    { key: 'people', title: t('organisations.columnPeople'), width: 90, align: 'right', show: (row) => (row.people === 0 ? '' : row.people.toLocaleString('es-PE')) },
    { key: 'kind', title: t('organisations.columnKind'), width: 200, show: (row) => t('organisations.kindName', row) },
    { key: 'ruc', title: t('organisations.ruc'), width: 120, show: (row) => row.ruc ?? '' },
    { key: 'district', title: t('organisations.columnDistrict'), width: 220, show: (row) => row.districtName ?? '' },
  ]
}
