import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { shownMark, usualCourseSettings } from '../../../shared/domain/marks.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { CellGrid } from '../../ui/cell-grid/cell-grid.tsx'
import type { CellGridHandle } from '../../ui/cell-grid/cell-grid.tsx'
import type { CellEdit, Spot } from '../../ui/cell-grid/cells.ts'
import { LeftOutNote } from '../../ui/cell-grid/left-out-note.tsx'
import type { LeftOutSeen } from '../../ui/cell-grid/left-out-note.tsx'
import { SheetFailure } from '../../ui/cell-grid/sheet-failure.tsx'
import { useSheetUndo } from '../../ui/cell-grid/use-sheet-undo.ts'
import type { CellSheetState } from '../../ui/cell-grid/use-cell-sheet.ts'
import { IconPencil, IconUpload } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import style from './marks.module.css'
import { useMarksColumns } from './use-marks-columns.tsx'
import { columnIds } from './use-marks.ts'
import type { MarksGrid } from './use-marks.ts'

const HEAD_PX = 62

/** People × what is marked and asked of them. */
export function MarksScreen(props: Pick<CohortTabProps, 'seen'> & { readonly data: MarksGrid; readonly state: CellSheetState<MarksGrid>; readonly panel: ReactNode; readonly onItems: () => void }) {
  const t = useText()
  const { data, seen } = props
  const { sheet, seen: cells } = props.state
  const frame = useCohortFrame(seen, 'notas')
  const grid = useRef<CellGridHandle>(null)
  const rules = useQuery('rules.get', { editionId: seen.edition.id })
  const [search, setSearch] = useState('')
  const [cursor, setCursor] = useState<Spot>({ row: 0, column: 0 })
  const [out, setOut] = useState<LeftOutSeen>()
  const [said, setSaid] = useState('')
  const undo = useSheetUndo(sheet, setSaid)
  const { markRounding, retakes } = rules.data ?? usualCourseSettings
  const settings = useMemo(() => ({ markRounding, retakes }), [markRounding, retakes])

  const people = useMemo(() => {
    const words = searchKey(search).split(' ').filter((word) => word !== '')
    return words.length === 0 ? data.people : data.people.filter((one) => words.every((word) => searchKey(`${one.name} ${one.documentNumber ?? ''}`).includes(word)))
  }, [data.people, search])
  const rowKeys = useMemo(() => people.map((one) => one.enrolmentId), [people])
  const places = useMemo(() => new Map(cells.rows.map((row, place) => [row, place])), [cells.rows])
  const values = useMemo(() => rowKeys.map((row) => cells.cells[places.get(row) ?? -1] ?? []), [rowKeys, places, cells.cells])
  const { columns, before, after, work } = useMarksColumns(data, people, settings)
  const ids = useMemo(() => columnIds(data), [data])
  const person = people[cursor.row]

  const write = (edits: readonly CellEdit[], how: 'typed' | 'block'): void => {
    const keyed = edits.flatMap(({ row, column, value }) => {
      const [enrolment, id] = [rowKeys[row], ids[column]]
      return enrolment === undefined || id === undefined ? [] : [{ row: enrolment, column: id, value }]
    })
    sheet.write(keyed, how === 'block')
    const [first] = edits
    setSaid(first === undefined || edits.length > 1 ? t('attending.saidMany', { n: edits.length }) : t('attending.said', { name: people[first.row]?.name ?? '', status: work.look(first.row, first.column, first.value).label }))
  }
  return (
    <Screen
      fill
      {...frame}
      actions={
        <>
          <Button component="a" href={cohortHref(seen.cohort.id, 'notas', ['hoja-de-datos'])} leftSection={<IconUpload size={16} aria-hidden />}>
            {t('attending.fromSheet')}
          </Button>
          <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={props.onItems}>
            {t('grading.items')}
          </Button>
        </>
      }
      tools={
        <>
          <SearchBox label={t('attending.search')} value={search} onChange={setSearch} />
          <span className={style['rule']}>{t('grading.rule', { rounding: markRounding, retakes })}</span>
        </>
      }
      panel={props.panel}
    >
      <SheetFailure seen={cells} sheet={sheet} />
      <LeftOutNote out={out} placeOf={(cell) => `${people[cell.row]?.name ?? ''}, ${columns[cell.column]?.title ?? ''}`} onClose={() => setOut(undefined)} />
      <CellGrid
        ref={grid}
        label={t('grading.grid')}
        columns={columns}
        before={before}
        after={after}
        rowKeys={rowKeys}
        values={values}
        work={work}
        headHeight={HEAD_PX}
        heading={(column) => <Heading data={data} column={column} />}
        said={said}
        onWrite={write}
        onLeftOut={(left, beyond) => setOut(left.length + beyond === 0 ? undefined : { cells: left, beyond })}
        {...undo}
        onCursor={setCursor}
        foot={
          <>
            <span className={style['here']}>
              <strong>{person?.name}</strong>
              {columns[cursor.column] === undefined ? '' : ` · ${columns[cursor.column]?.title ?? ''}`}
            </span>
            <Averages averages={data.averages} />
            <span className={style['hints']}>{cursor.column < data.items.length ? t('grading.keysMark') : t('grading.keysCheck')}</span>
          </>
        }
      />
    </Screen>
  )
}

function Heading(props: { readonly data: MarksGrid; readonly column: number }) {
  const t = useText()
  const { items, requirements } = props.data
  const item = items[props.column]
  if (item !== undefined) {
    return (
      <>
        <strong className={style['title']}>{item.name}</strong>
        <span className={style['about']}>{t('grading.itemAbout', { kind: item.kind, weight: item.weight })}</span>
      </>
    )
  }
  const requirement = requirements[props.column - items.length]
  return (
    <>
      <strong className={style['title']}>{requirement?.name}</strong>
      <span className={style['about']}>{t('grading.yesOrNo')}</span>
    </>
  )
}

/** The group's means; none stands while nothing is marked. */
function Averages(props: { readonly averages: MarksGrid['averages'] }) {
  const t = useText()
  const { mark, entry, exit, gain } = props.averages
  const shown = [mark === null ? '' : t('grading.meanMark', { n: shownMark(mark) }), entry === null ? '' : t('grading.meanEntry', { n: shownMark(entry) }), exit === null ? '' : t('grading.meanExit', { n: shownMark(exit) }), gain === null ? '' : t('grading.meanGain', { n: gain })].filter((word) => word !== '')
  if (shown.length === 0) return null
  return <span className={style['means']}>{[t('grading.means'), shown.join(' · ')].join(' ')}</span>
}
