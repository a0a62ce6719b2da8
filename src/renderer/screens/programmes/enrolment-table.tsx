import { useMemo } from 'react'
import { Button } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconUpload, IconUserPlus } from '../../ui/icons.ts'
import type { Enrolled } from './cohort-screen.tsx'
import type { Looking } from './enrolment-filters.ts'
import { EnrolmentActs } from './enrolment-acts.tsx'
import { StateWord } from './state-word.tsx'
import style from './programmes.module.css'

/** Who is enrolled. Chosen rows are marked, changed, issued or taken out together. */
export function EnrolmentTable(props: {
  readonly cohortId: string
  readonly rows: readonly Enrolled[]
  readonly looking: Looking
  /** Nobody is enrolled at all, whatever the filters. */
  readonly isEmpty: boolean
  readonly openId: string | undefined
  readonly onOpen: (row: Enrolled) => void
  readonly onAdd: () => void
  readonly onSeeAll: () => void
}) {
  const t = useText()
  const { rows, looking } = props
  const source = useMemo(() => rowsOf(rows, JSON.stringify(looking)), [rows, looking])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <DataTable
      id="enrolments"
      label={t('training.roster')}
      source={source}
      columns={columns}
      idOf={idOf}
      onOpen={props.onOpen}
      openId={props.openId}
      actions={(ids, clear) => <EnrolmentActs cohortId={props.cohortId} ids={ids} onDone={clear} />}
      empty={props.isEmpty ? <Nobody cohortId={props.cohortId} onAdd={props.onAdd} /> : <NoneMatch onSeeAll={props.onSeeAll} />}
    />
  )
}

const idOf = (row: Enrolled): string => row.id

function columnsOf(t: Text): readonly Column<Enrolled>[] {
  return [
    { key: 'name', title: t('training.person'), width: 280, show: displayName, text: displayName },
    {
      key: 'document', title: t('training.document'), width: 124,
      show: (row) => row.documentNumber ?? <span className={style['lacking']}>{t('training.noDocument')}</span>,
      text: (row) => row.documentNumber ?? '',
    },
    { key: 'state', title: t('training.state'), width: 108, show: (row) => <StateWord state={row.state} />, text: (row) => t('lists.stateName', { state: row.state }) },
    { key: 'certificate', title: t('training.certificate'), width: 186, show: (row) => row.certificates.join(', '), text: (row) => row.certificates.join(', ') },
    { key: 'organisation', title: t('training.organisation'), width: 240, show: (row) => row.organisationName, text: (row) => row.organisationName ?? '' },
    { key: 'post', title: t('training.post'), width: 132, show: (row) => row.postTitle, text: (row) => row.postTitle ?? '' },
    { key: 'role', title: t('training.role'), width: 116, show: (row) => t('lists.roleName', { role: row.role }), text: (row) => t('lists.roleName', { role: row.role }) },
  ]
}

function Nobody(props: { readonly cohortId: string; readonly onAdd: () => void }) {
  const t = useText()
  return (
    <EmptyState
      drawing="sheet"
      title={t('training.nobody')}
      actions={
        <>
          <Button component="a" variant="filled" href={href('programmes', ['importar'], { grupo: props.cohortId })} leftSection={<IconUpload size={16} aria-hidden />}>
            {t('training.importRoster')}
          </Button>
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={props.onAdd}>
            {t('training.addPeople')}
          </Button>
        </>
      }
    >
      {t('training.nobodyWhy')}
    </EmptyState>
  )
}

function NoneMatch(props: { readonly onSeeAll: () => void }) {
  const t = useText()
  return (
    <EmptyState drawing="search" title={t('training.noneMatch')} actions={<Button onClick={props.onSeeAll}>{t('training.seeAll')}</Button>}>
      {t('training.noneMatchWhy')}
    </EmptyState>
  )
}
