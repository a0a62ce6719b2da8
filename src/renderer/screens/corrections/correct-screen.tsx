import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import type { Route } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconRepeat } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'
import { PaperPanel } from './paper-panel.tsx'
import { changesText } from './changes.tsx'
import { askedPapers } from './chosen-papers.ts'
import { Corrected } from './corrected.tsx'
import { ReissuePanel } from './reissue-panel.tsx'
import { SamePaper } from './same-paper.tsx'
import { Start } from './start.tsx'

export type Affected = Gives<'corrections.affected'>
export type Paper = Affected['certificates'][number]

const ALL = ''

/** Papers in force that say otherwise than today's records, and the one act that issues them again. */
export function CorrectScreen(props: { readonly params: Route['params'] }) {
  const t = useText()
  const which = whichOf(props.params)
  const crumbs = [{ word: t('correctionScreens.correctPapers') }]
  if (which === undefined) {
    return (
      <Screen title={t('correctionScreens.correctPapers')} crumbs={crumbs} tabs={<CertificateTabs at="correcciones" />}>
        <Start />
      </Screen>
    )
  }
  return <Found which={which} />
}

type Which = Takes<'corrections.affected'>

function whichOf(params: Route['params']): Which | undefined {
  const papers = askedPapers(params)
  if (papers !== undefined) return { certificateIds: [...papers] }
  const { persona, grupo, edicion, todo } = params
  if (persona !== undefined) return { personIds: [persona] }
  if (grupo !== undefined) return { cohortId: grupo }
  if (edicion !== undefined) return { editionId: edicion }
  return todo === undefined ? undefined : {}
}

function Found(props: { readonly which: Which }) {
  const t = useText()
  const [done, setDone] = useState<Gives<'corrections.reissue'>>()
  // What was found stays as it was when the papers are issued: they no longer differ then.
  const asked = useQuery('corrections.affected', props.which, { enabled: done === undefined })
  const [field, setField] = useState(ALL)
  const [openId, setOpen] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>()
  const papers = asked.data?.certificates
  const shown = useMemo(() => papers?.filter((paper) => field === ALL || paper.changes.some((change) => change.field === field)), [papers, field])
  const source = useMemo(() => rowsOf(shown, field), [shown, field])
  const title = t('correctionScreens.correctPapers')
  const frame = { title, crumbs: [{ word: title }], tabs: <CertificateTabs at="correcciones" /> } as const
  if (done !== undefined) return <Corrected frame={frame} done={done} />
  const open = papers?.find((paper) => paper.id === openId)
  const canAll = shown?.filter((paper) => paper.against === null) ?? []
  const close = (): void => (setOpen(undefined), setChosen(undefined))
  if (asked.data === undefined) {
    return (
      <Screen {...frame}>
        <Failure error={asked.error} onRetry={asked.reload} />
        {asked.loading && <ProgressBar label={t('correctionScreens.comparing')} progress={undefined} />}
      </Screen>
    )
  }
  if (asked.data.certificates.length === 0) return <Screen {...frame}>{props.which.certificateIds === undefined ? <Nothing /> : <SamePaper ids={props.which.certificateIds} onDone={setDone} />}</Screen>
  let panel = null
  if (chosen !== undefined) panel = <ReissuePanel key={chosen.join()} papers={asked.data.certificates.filter((paper) => chosen.includes(paper.id))} told={asked.data} onClose={close} onDone={setDone} />
  else if (open !== undefined) panel = <PaperPanel key={open.id} paper={open} onClose={close} onCorrect={() => setChosen([open.id])} />
  return (
    <Screen
      fill
      {...frame}
      about={t('correctionScreens.differ', { n: asked.data.certificates.length })}
      actions={
        chosen === undefined && (
          <Button variant="filled" leftSection={<IconRepeat size={16} aria-hidden />} disabled={canAll.length === 0} onClick={() => setChosen(canAll.map((paper) => paper.id))}>
            {t('correctionScreens.reissueAll', { n: canAll.length })}
          </Button>
        )
      }
      tools={<FilterWords label={t('correctionScreens.byField')} words={fieldWords(asked.data.certificates, t)} value={field} onChange={setField} />}
      panel={panel}
    >
      <DataTable
        id="affected"
        label={title}
        source={source}
        columns={columnsOf(t, { field, withAgainst: asked.data.certificates.some((paper) => paper.against !== null) })}
        idOf={(row) => row.id}
        openId={openId}
        onOpen={(row) => (setChosen(undefined), setOpen(row.id))}
        actions={(ids) => (
          <Button size="compact-sm" leftSection={<IconRepeat size={15} aria-hidden />} onClick={() => setChosen(ids)}>
            {t('correctionScreens.reissue', { n: ids.length })}
          </Button>
        )}
        empty={<Nothing />}
      />
    </Screen>
  )
}

/** What differs, in words, each with how many papers say it. */
function fieldWords(papers: readonly Paper[], t: Text): { value: string; word: string; count?: number }[] {
  const found = new Map<string, { word: string; count: number }>()
  for (const { changes } of papers) for (const { field, label } of changes) found.set(field, { word: label, count: (found.get(field)?.count ?? 0) + 1 })
  return [{ value: ALL, word: t('correctionScreens.allFields'), count: papers.length }, ...[...found].map(([value, rest]) => ({ value, ...rest }))]
}

/** What the filter asks for stands first among the changes; why it cannot be done, only where somebody's cannot. */
function columnsOf(t: Text, { field, withAgainst }: { readonly field: string; readonly withAgainst: boolean }): readonly Column<Paper>[] {
  const text = (key: string, title: string, width: number, of: (row: Paper) => string): Column<Paper> => ({ key, title, width, show: of, text: of })
  return [
    text('number', t('issuing.number'), 190, (row) => t('correctionScreens.numberVersion', { number: row.number, version: row.version })),
    text('name', t('issuing.name'), 240, (row) => row.personName),
    text('cohort', t('issuing.cohort'), 120, (row) => row.cohortName),
    text('changes', t('correctionScreens.whatDiffers'), 430, (row) => changesText(row.changes.toSorted((one, other) => Number(other.field === field) - Number(one.field === field)), t)),
    ...(withAgainst ? [text('against', t('correctionScreens.against'), 200, (row) => row.against ?? '')] : []),
  ]
}

function Nothing() {
  const t = useText()
  return (
    <EmptyState
      drawing="certificates"
      title={t('correctionScreens.nothingDiffers')}
      actions={
        <Button component="a" href={href('certificates', ['correcciones', 'corregir'])}>
          {t('correctionScreens.searchOther')}
        </Button>
      }
    >
      {t('correctionScreens.nothingDiffersWhy')}
    </EmptyState>
  )
}
