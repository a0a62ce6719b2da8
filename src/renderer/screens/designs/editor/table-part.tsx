import { Button, Select, TextInput } from '@mantine/core'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { tableFields } from '../../../../shared/domain/design/fields.ts'
import { useText } from '../../../language.tsx'
import { IconChevronLeft, IconChevronRight, IconPlus, IconTrash } from '../../../ui/icons.ts'
import { Row, Section } from '../../../ui/panel.tsx'
import { ColourField } from './colour-field.tsx'
import type { Desk } from './desk.ts'
import { changeFields } from './kind-parts.tsx'
import { AlignField } from './looks-fields.tsx'
import { SignButton } from './many-part.tsx'
import { SOURCES } from './names.ts'
import { FIRST_COLUMNS } from './new-elements.ts'
import { NumberField } from './number-field.tsx'
import { StyleField } from './text-part.tsx'
import style from './editor.module.css'

type Table = Extract<DesignElement, { kind: 'table' }>
type Column = Table['columns'][number]

const MOST_COLUMNS = 8
const MOST_ROWS = 100

/** What a table shows: where its rows come from, and its columns. */
export function TablePart(props: { readonly desk: Desk; readonly element: Table }) {
  const t = useText()
  const { desk, element } = props
  const put = (fields: Partial<Table>, joins?: string): void => changeFields(desk, element, fields, joins)
  const titled = (source: Table['source']): readonly Column[] => FIRST_COLUMNS[source].map((column) => ({ ...column, title: column.field === '' ? '' : t(`designEditor.column.${column.field}`) }))
  return (
    <>
      <Section>
        <Select
          label={t('designEditor.rowsFrom')}
          data-part-first="true"
          data={Object.entries(SOURCES).map(([value, key]) => ({ value, label: t(key) }))}
          value={element.source}
          allowDeselect={false}
          disabled={desk.readOnly}
          onChange={(value) => {
            const source = value as Table['source'] | null
            if (source !== null && source !== element.source) put({ source, columns: [...titled(source)], rows: source === 'own' ? [['', ''], ['', '']] : [] })
          }}
        />
        <Columns desk={desk} element={element} put={put} />
        {element.source === 'own' && <Rows desk={desk} element={element} put={put} />}
      </Section>
      <Section title={t('designEditor.looks')}>
        <StyleField desk={desk} label={t('designEditor.headStyle')} value={element.headStyle} onChange={(headStyle) => put({ headStyle })} />
        <StyleField desk={desk} label={t('designEditor.bodyStyle')} value={element.bodyStyle} onChange={(bodyStyle) => put({ bodyStyle })} />
        <ColourField label={t('designEditor.ruleColour')} value={element.rule} document={desk.editing.document} none={t('designEditor.noRule')} disabled={desk.readOnly} onChange={(rule) => put({ rule })} />
      </Section>
    </>
  )
}

interface Part {
  readonly desk: Desk
  readonly element: Table
  readonly put: (fields: Partial<Table>, joins?: string) => void
}

function Columns(props: Part) {
  const t = useText()
  const { desk, element, put } = props
  const { columns, rows } = element
  const change = (at: number, fields: Partial<Column>, joins?: string): void => put({ columns: columns.map((one, index) => (index === at ? { ...one, ...fields } : one)) }, joins)
  const move = (at: number, to: number): void => put({ columns: swapped(columns, at, to), rows: rows.map((row) => swapped(row, at, to)) })
  const remove = (at: number): void => put({ columns: columns.toSpliced(at, 1), rows: rows.map((row) => row.toSpliced(at, 1)) })
  const add = (): void => {
    const field = element.source === 'own' ? '' : (tableFields[element.source].find((one) => !columns.some((column) => column.field === one)) ?? tableFields[element.source][0])
    put({ columns: [...columns, { title: field === '' ? '' : t(`designEditor.column.${field}`), field, share: 3, align: 'left' }], rows: rows.map((row) => [...row, '']) })
  }
  return (
    <>
      {columns.map((column, at) => (
        <fieldset key={at} className={style['column']} disabled={desk.readOnly}>
          <legend>{t('designEditor.columnN', { n: at + 1 })}</legend>
          <div className={style['columnActs']}>
            <SignButton word={t('designEditor.columnBefore', { n: at + 1 })} disabled={at === 0} onClick={() => move(at, at - 1)}><IconChevronLeft size={16} aria-hidden /></SignButton>
            <SignButton word={t('designEditor.columnAfter', { n: at + 1 })} disabled={at === columns.length - 1} onClick={() => move(at, at + 1)}><IconChevronRight size={16} aria-hidden /></SignButton>
            <SignButton word={t('designEditor.removeColumn', { n: at + 1 })} disabled={columns.length === 1} onClick={() => remove(at)}><IconTrash size={16} aria-hidden /></SignButton>
          </div>
          <TextInput label={t('designEditor.columnTitle')} value={column.title} maxLength={80} autoComplete="off" onChange={(event) => change(at, { title: event.currentTarget.value }, `title${at}`)} onBlur={() => desk.act({ kind: 'settle' })} />
          <Row>
            {element.source !== 'own' && (
              <Select
                label={t('designEditor.columnField')}
                data={tableFields[element.source].map((field) => ({ value: field, label: t(`designEditor.column.${field}`) }))}
                value={column.field}
                allowDeselect={false}
                onChange={(field) => field !== null && change(at, { field })}
              />
            )}
            <NumberField label={t('designEditor.share')} value={column.share} unit="" least={1} most={100} onChange={(share) => change(at, { share: Math.max(1, share) }, `share${at}`)} />
          </Row>
          <AlignField label={t('designEditor.align')} value={column.align} disabled={desk.readOnly} onChange={(align) => change(at, { align })} />
        </fieldset>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} disabled={desk.readOnly || columns.length >= MOST_COLUMNS} onClick={add}>
        {t('designEditor.addColumn')}
      </Button>
    </>
  )
}

/** Rows that are the same on every paper, written here. Fields may stand in them too. */
function Rows(props: Part) {
  const t = useText()
  const { desk, element, put } = props
  const { columns, rows } = element
  const write = (row: number, cell: number, text: string): void => put({ rows: rows.map((one, at) => (at === row ? columns.map((_, index) => (index === cell ? text : (one[index] ?? ''))) : one)) }, `cell${row}-${cell}`)
  return (
    <>
      {rows.map((row, at) => (
        <fieldset key={at} className={style['column']} disabled={desk.readOnly}>
          <legend>{t('designEditor.rowN', { n: at + 1 })}</legend>
          <div className={style['columnActs']}>
            <SignButton word={t('designEditor.removeRow', { n: at + 1 })} onClick={() => put({ rows: rows.toSpliced(at, 1) })}><IconTrash size={16} aria-hidden /></SignButton>
          </div>
          {columns.map((column, cell) => (
            <TextInput key={cell} size="xs" aria-label={t('designEditor.cell', { row: at + 1, column: column.title === '' ? String(cell + 1) : column.title })} placeholder={column.title} value={row[cell] ?? ''} autoComplete="off" onChange={(event) => write(at, cell, event.currentTarget.value)} onBlur={() => desk.act({ kind: 'settle' })} />
          ))}
        </fieldset>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} disabled={desk.readOnly || rows.length >= MOST_ROWS} onClick={() => put({ rows: [...rows, columns.map(() => '')] })}>
        {t('designEditor.addRow')}
      </Button>
    </>
  )
}

function swapped<T>(list: readonly T[], at: number, to: number): T[] {
  const one = list[at]
  return one === undefined ? [...list] : list.toSpliced(at, 1).toSpliced(to, 0, one)
}
