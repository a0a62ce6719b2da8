import { useMemo } from 'react'
import { marksTogether, readMarkCell, shownMark } from '../../../shared/domain/marks.ts'
import type { CourseSettings } from '../../../shared/domain/marks.ts'
import { gradeWords } from '../../../shared/domain/numbers.ts'
import { useLanguage } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import type { CellWork, GridColumn, SideColumn } from '../../ui/cell-grid/cells.ts'
import { markText, pressedCheck, pressedMark, readCheck, readMarks } from './mark-cells.ts'
import style from './marks.module.css'
import type { MarksGrid } from './use-marks.ts'

export interface MarksColumns {
  readonly columns: readonly GridColumn[]
  readonly before: readonly SideColumn[]
  readonly after: readonly SideColumn[]
  readonly work: CellWork
}

/** The grid of a group's marks. Everything stays the same object until items, people or settings change. */
export function useMarksColumns(data: MarksGrid, people: MarksGrid['people'], settings: CourseSettings): MarksColumns {
  const { t, language } = useLanguage()
  const { items, requirements } = data
  const columns = useMemo<readonly GridColumn[]>(
    () => [
      ...items.map((one, at) => ({ key: one.id, title: t('grading.itemTitle', { name: one.name, kind: one.kind, weight: one.weight, min: one.scaleMin, max: one.scaleMax }), width: 96, isStart: at === 0 })),
      ...requirements.map((one, at) => ({ key: one.id, title: t('grading.requirementTitle', { name: one.name }), width: 110, isStart: at === 0 })),
    ],
    [items, requirements, t],
  )
  const before = useMemo<readonly SideColumn[]>(
    () => [
      { key: 'number', title: t('attending.number'), width: 50, align: 'right', show: (row) => row + 1 },
      { key: 'name', title: t('attending.name'), width: 290, isRowHeader: true, show: (row) => <PersonName person={people[row]} /> },
    ],
    [people, t],
  )
  const after = useMemo<readonly SideColumn[]>(() => {
    const together = (values: readonly string[]) => marksTogether(items, items.map((_, at) => readMarkCell(values[at] ?? '')), settings)
    const hasGain = items.some((one) => one.kind === 'entry') && items.some((one) => one.kind === 'exit')
    const words = (mark: number): string => (language === 'es' && mark >= 0 ? gradeWords(mark) : '')
    const final: SideColumn = {
      key: 'final',
      title: t('grading.final'),
      width: 74,
      align: 'right',
      show: (_row, values) => {
        const { mark } = together(values)
        return mark === null ? null : <strong className={style['final']} title={words(mark)}>{shownMark(mark)}</strong>
      },
    }
    const gain: SideColumn = {
      key: 'gain',
      title: t('grading.gain'),
      width: 84,
      align: 'right',
      show: (_row, values) => {
        const { gain: won } = together(values)
        return won === null ? null : t('grading.gainShown', { n: won })
      },
    }
    return [...(items.some((one) => one.weight > 0) ? [final] : []), ...(hasGain ? [gain] : [])]
  }, [items, settings, t, language])
  const work = useMemo<CellWork>(() => workOf({ items, people, t }), [items, people, t])
  return { columns, before, after, work }
}

function workOf({ items, people, t }: Pick<MarksGrid, 'items' | 'people'> & { readonly t: Text }): CellWork {
  const isMark = (column: number): boolean => column < items.length
  return {
    look: (_row, column, value) => {
      if (isMark(column)) {
        const text = markText(value)
        return { text, label: text === '' ? t('grading.noMark') : text.includes('/') ? t('grading.attempts', { marks: text }) : text, ...(value.endsWith('NP') ? { tone: 'warn' as const } : {}) }
      }
      if (value === '') return { text: '', label: t('grading.notSaid'), tone: 'none' }
      return value === '1' ? { text: t('grading.yes'), label: t('grading.met'), tone: 'good' } : { text: t('grading.no'), label: t('grading.unmet'), tone: 'bad' }
    },
    press: (_row, column, key, value) => (isMark(column) ? pressedMark(key, value) : pressedCheck(key)),
    read: (_row, column, text) => {
      const value = isMark(column) ? readMarks(text) : readCheck(text)
      if (value !== undefined) return { kind: 'value', value }
      return { kind: 'unreadable', why: isMark(column) ? t('grading.unreadableMark', { written: text.trim() }) : t('grading.unreadableCheck', { written: text.trim() }) }
    },
    text: (_row, column, value) => (isMark(column) ? markText(value) : value === '' ? '' : value === '1' ? t('grading.yes') : t('grading.no')),
    skips: (row) => people[row]?.state === 'withdrawn',
  }
}

function PersonName(props: { readonly person: MarksGrid['people'][number] | undefined }) {
  const { t } = useLanguage()
  const { person } = props
  if (person === undefined) return null
  return (
    <span className={style['name']} title={[person.name, person.documentNumber, person.organisationName].filter(Boolean).join(' · ')}>
      <span>{person.name}</span>
      {person.state === 'withdrawn' && <small>{t('attending.withdrawn')}</small>}
    </span>
  )
}
