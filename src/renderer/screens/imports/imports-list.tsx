import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, replace } from '../../router.ts'
import type { Place } from '../../router.ts'
import { useRows } from '../../rows.ts'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Receipt, useReceiptGroups } from './receipt.tsx'
import type { ImportSeen } from './receipt.tsx'
import type { Outcome } from './words.ts'
import { momentText, outcomeWord } from './words.ts'

const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'rejected'] as const satisfies readonly Outcome[]

/** The imports of the office, each with its receipt beside the list. */
export function ImportsList(props: { readonly place: Place; readonly openId?: string | undefined }) {
  const t = useText()
  const { place, openId } = props
  const source = useRows('imports.list', {})
  const number = (key: 'rowsRead' | 'created' | 'updated' | 'rejected' | 'enrolled', title: string) =>
    ({ key, title, width: 112, align: 'right', show: (row) => row[key].toLocaleString('es-PE'), text: (row) => String(row[key]) }) satisfies Column<NonNullable<ReturnType<typeof source.at>>>
  return (
    <Screen
      fill
      title={t('wizard.pastImports')}
      crumbs={[{ word: t('wizard.pastImports') }]}
      actions={
        <Button variant="filled" onClick={() => go(place, ['importar'])}>
          {t('wizard.title')}
        </Button>
      }
      panel={openId === undefined ? undefined : <OneImport key={openId} id={openId} onClose={() => replace(place, ['importaciones'])} />}
    >
      <DataTable
        id="imports"
        label={t('wizard.pastImports')}
        source={source}
        idOf={(row) => row.id}
        openId={openId}
        onOpen={(row) => replace(place, ['importaciones', row.id])}
        columns={[
          { key: 'at', title: t('wizard.when'), width: 150, show: (row) => momentText(row.at), text: (row) => momentText(row.at) },
          { key: 'fileName', title: t('wizard.file'), width: 260, show: (row) => row.fileName, text: (row) => row.fileName },
          number('rowsRead', t('wizard.sum.read')),
          number('created', t('wizard.sum.created')),
          number('updated', t('wizard.sum.updated')),
          number('rejected', t('wizard.sum.rejected')),
          number('enrolled', t('wizard.enrolled')),
          { key: 'state', title: t('wizard.state'), width: 110, show: (row) => (row.undone ? t('wizard.isUndone') : t('wizard.stands')), text: (row) => (row.undone ? t('wizard.isUndone') : t('wizard.stands')) },
          { key: 'who', title: t('wizard.who'), width: 140, show: (row) => row.who, text: (row) => row.who },
        ]}
        empty={
          <EmptyState drawing="sheet" title={t('wizard.noImports')} actions={<Button onClick={() => go(place, ['importar'])}>{t('wizard.title')}</Button>}>
            {t('wizard.noImportsWhy')}
          </EmptyState>
        }
      />
    </Screen>
  )
}

function OneImport(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const [outcome, setOutcome] = useState<Outcome | 'all'>('all')
  const found = useQuery('imports.get', { id: props.id, limit: 1 })
  const groups = useReceiptGroups(found.data?.editionId ?? null)
  const seen = found.data
  return (
    <Panel title={seen?.fileName ?? t('wizard.pastImports')} width={620} onClose={props.onClose}>
      <Failure error={found.error} onRetry={found.reload} />
      {seen !== undefined && (
        <>
          <Receipt seen={seen} groups={groups} />
          <Section title={t('wizard.rowByRow')}>
            <FilterWords
              value={outcome}
              onChange={setOutcome}
              words={[{ value: 'all', word: t('wizard.all'), count: seen.rowsRead }, ...OUTCOMES.map((one) => ({ value: one, word: outcomeWord(t, one), count: seen[one] }))]}
            />
            <RowsOfImport seen={seen} outcome={outcome} />
          </Section>
        </>
      )}
    </Panel>
  )
}

function RowsOfImport(props: { readonly seen: ImportSeen; readonly outcome: Outcome | 'all' }) {
  const t = useText()
  const { seen, outcome } = props
  const source = useRows('imports.get', { id: seen.id, ...(outcome === 'all' ? {} : { outcome }) })
  return (
    <div style={{ height: 300, display: 'flex' }}>
      <DataTable
        id="import-rows"
        label={t('wizard.rowByRow')}
        source={source}
        idOf={(row) => `${row.sheet}/${row.row}`}
        onOpen={(row) => row.personId !== null && go('people', [row.personId])}
        columns={[
          { key: 'place', title: t('wizard.row'), width: 120, show: (row) => t('wizard.sheetRow', row), text: (row) => t('wizard.sheetRow', row) },
          { key: 'name', title: t('wizard.person'), width: 230, show: (row) => row.name, text: (row) => row.name },
          { key: 'outcome', title: t('wizard.becomesWhat'), width: 110, show: (row) => outcomeWord(t, row.outcome), text: (row) => outcomeWord(t, row.outcome) },
          { key: 'reason', title: t('wizard.why'), width: 260, show: (row) => row.reason, text: (row) => row.reason },
        ]}
        empty={<p>{t('wizard.noneOfThese')}</p>}
      />
    </div>
  )
}
