import { useDeferredValue, useMemo, useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, replace } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconPlus, IconSearch } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { toList } from '../people/to-list.ts'
import { AgreementPage } from './agreement-page.tsx'
import { AgreementStateWord } from './agreement-words.tsx'
import { BudgetPage, EditionBudgetPage } from './budget-page.tsx'
import { NewAgreement } from './new-agreement.tsx'
import { RatesPanel } from './rates-panel.tsx'
import style from './agreements.module.css'

type Row = Gives<'agreements.list'>[number]

/** Agreements with who pays: the list, one of them, its budget, or the budget of an edition. */
export function AgreementsScreen({ path, params }: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const [first, second] = path
  if (first === 'edicion' && second !== undefined) return <EditionBudgetPage id={second} />
  if (first !== undefined && first !== 'nuevo') return second === 'presupuesto' ? <BudgetPage id={first} /> : <AgreementPage key={first} id={first} />
  return <AgreementList isNew={first === 'nuevo'} params={params} />
}

function AgreementList({ isNew, params }: { readonly isNew: boolean; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const search = params['buscar'] ?? ''
  const asked = useDeferredValue(search)
  const list = useQuery('agreements.list', { search: asked }, { keepOld: true })
  const source = useMemo(() => rowsOf(list.data, asked), [list.data, asked])
  const [rates, setRates] = useState(false)
  const make = (
    <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('outcomes', ['convenios', 'nuevo'])}>
      {t('agreementScreens.new')}
    </Button>
  )
  const close = (): void => go('outcomes', ['convenios'], params)
  return (
    <Screen
      title={t('outcomes.tabAgreements')}
      fill
      crumbs={[{ word: t('outcomes.tabAgreements') }]}
      tabs={<OutcomeTabs at="convenios" />}
      about={list.data === undefined || list.data.length === 0 ? undefined : t('agreementScreens.count', { n: list.data.length })}
      actions={
        <>
          <Button onClick={() => setRates(true)}>{t('agreementScreens.rates')}</Button>
          {make}
        </>
      }
      tools={
        <TextInput
          className={style['search'] ?? ''}
          type="search"
          aria-label={t('agreementScreens.search')}
          placeholder={t('agreementScreens.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => replace('outcomes', ['convenios'], event.currentTarget.value === '' ? {} : { buscar: event.currentTarget.value })}
          onKeyDown={toList}
        />
      }
      panel={isNew ? <NewAgreement onClose={close} onMade={(id) => go('outcomes', ['convenios', id])} /> : rates ? <RatesPanel onClose={() => setRates(false)} /> : undefined}
    >
      <Failure error={list.error} onRetry={list.reload} />
      <DataTable
        id="agreements"
        label={t('outcomes.tabAgreements')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        onOpen={(row) => go('outcomes', ['convenios', row.id])}
        empty={
          search === '' ? (
            <EmptyState drawing="signature" title={t('agreementScreens.emptyTitle')} actions={make}>
              {t('agreementScreens.emptyWhy')}
            </EmptyState>
          ) : (
            <EmptyState drawing="search" title={t('agreementScreens.nothingFound')} actions={<Button onClick={() => go('outcomes', ['convenios'])}>{t('agreementScreens.seeAll')}</Button>} />
          )
        }
      />
    </Screen>
  )
}

function columnsOf(t: Text): readonly Column<Row>[] {
  const dates = (row: Row): string => [row.startsOn, row.endsOn].map((day) => (day === null ? '…' : formatDate(day))).join(' – ')
  const amount = (row: Row): string => (row.amountCents === null ? '' : formatMoney(row.amountCents, row.currency ?? 'PEN'))
  return [
    { key: 'title', title: t('agreementScreens.title'), width: 320, show: (row) => row.title },
    { key: 'state', title: t('agreementScreens.state'), width: 120, show: (row) => <AgreementStateWord state={row.state} />, text: (row) => t('agreementScreens.stateName', { state: row.state }) },
    { key: 'funders', title: t('agreementScreens.funders'), width: 220, show: (row) => row.funders.join(', ') },
    { key: 'amount', title: t('agreementScreens.amount'), width: 140, align: 'right', show: amount },
    { key: 'dates', title: t('agreementScreens.validity'), width: 190, show: (row) => (row.startsOn === null && row.endsOn === null ? '' : dates(row)) },
    { key: 'editions', title: t('agreementScreens.editions'), width: 84, align: 'right', show: (row) => (row.editions === 0 ? '' : String(row.editions)) },
    { key: 'number', title: t('agreementScreens.number'), width: 150, show: (row) => row.number ?? '' },
  ]
}
