import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { useText } from '../../language.tsx'
import { Note } from '../../ui/note.tsx'
import type { Draft, Reading, SheetChoice, SheetSeen } from './draft.ts'
import { isLeftOut, rowsChosen, sheetsAlike, sheetWithoutNames, withField, withNameOrder, withSheet } from './draft.ts'
import { NameOrderChoice } from './name-order.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { STEP } from './use-wizard.ts'
import type { Wizard } from './use-wizard.ts'
import { fieldWord, leftWord, sureness } from './words.ts'
import style from './wizard.module.css'

/** What each column is. Most offices only press Enter here. */
export function ColumnsStep(props: { readonly wizard: Wizard }) {
  const t = useText()
  const { wizard } = props
  const { draft, reading } = wizard
  const [shown, setShown] = useState<string>()
  if (draft === undefined || reading === undefined) return null
  const name = shown ?? draft.sheets.find((one) => one.chosen)?.name ?? reading.sheets[0]?.name
  const seen = reading.sheets.find((sheet) => sheet.name === name)
  const choice = draft.sheets.find((sheet) => sheet.name === name)
  return (
    <>
      <div className={style['body']}>
        <SheetTabs draft={draft} reading={reading} shown={name} onShow={setShown} onChoose={(sheet, chosen) => wizard.change((old) => withSheet(old, sheet, chosen))} />
        {seen !== undefined && choice !== undefined && <OneSheet key={seen.name} wizard={wizard} reading={reading} seen={seen} choice={choice} />}
      </div>
      <StepFoot onBack={() => wizard.go(STEP.file)} next={t('wizard.continue')} blocked={blockedBy(draft, t)} onNext={() => wizard.go(STEP.target)}>
        {t('wizard.rowsFound', { rows: rowsChosen(draft, reading), sheets: draft.sheets.filter((one) => one.chosen).length })}
      </StepFoot>
    </>
  )
}

function blockedBy(draft: Draft, t: ReturnType<typeof useText>): string | undefined {
  if (!draft.sheets.some((one) => one.chosen)) return t('wizard.noSheetChosen')
  const sheet = sheetWithoutNames(draft)
  return sheet === undefined ? undefined : t('wizard.noNames', { sheet })
}

/** One tab for each sheet; where there are several, each can be left out. */
function SheetTabs(props: {
  readonly draft: Draft
  readonly reading: Reading
  readonly shown: string | undefined
  readonly onShow: (sheet: string) => void
  readonly onChoose: (sheet: string, chosen: boolean) => void
}) {
  const t = useText()
  const { reading, draft } = props
  if (reading.sheets.length < 2) return null
  return (
    <ul className={style['tabs']} aria-label={t('wizard.sheets')}>
      {reading.sheets.map((sheet) => {
        const isChosen = draft.sheets.some((one) => one.name === sheet.name && one.chosen)
        return (
          <li key={sheet.name} data-shown={sheet.name === props.shown} data-left={!isChosen}>
            <Checkbox
              size="xs"
              checked={isChosen}
              disabled={sheet.rows === 0}
              aria-label={t('wizard.importSheet', { sheet: sheet.name })}
              onChange={(event) => props.onChoose(sheet.name, event.currentTarget.checked)}
            />
            <button type="button" aria-pressed={sheet.name === props.shown} onClick={() => props.onShow(sheet.name)}>
              {sheet.name}
              <span className="tabular">{sheet.rows.toLocaleString('es-PE')}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function OneSheet(props: { readonly wizard: Wizard; readonly reading: Reading; readonly seen: SheetSeen; readonly choice: SheetChoice }) {
  const t = useText()
  const { wizard, reading, seen, choice } = props
  const alike = sheetsAlike(reading, seen.name)
  const unsure = seen.columns.filter((column, at) => choice.fields[at] === column.field && column.filled > 0 && sureness(column.confidence) === 'unsure' && column.field !== 'ignore')
  const whole = seen.columns.find((_column, at) => choice.fields[at] === 'fullName')
  const left = seen.columns.flatMap((column, at) => {
    const field = choice.fields[at] ?? 'ignore'
    // That a list counts its rows needs no explaining.
    return isLeftOut(field) && field !== 'rowNumber' && column.filled > 0 ? [{ label: column.label || column.letter, field }] : []
  })
  if (seen.columns.length === 0) {
    return <Note tone="info">{seen.notes.join(' ') || t('imports.note.noList')}</Note>
  }
  return (
    <>
      <div className={style['saidOfSheet']}>
        <p>
          <strong>{unsure.length === 0 ? t('wizard.columnsSure') : t('wizard.columnsUnsure', { n: unsure.length, labels: unsure.map((one) => `«${one.label || one.letter}»`).join(', ') })}</strong>{' '}
          {seen.remembered && t('wizard.remembered')} {alike > 0 && t('wizard.sheetsAlike', { n: alike })}
        </p>
        {seen.notes.length > 0 && <p className={style['soft']}>{seen.notes.join(' ')}</p>}
      </div>
      {whole !== undefined && choice.nameOrder !== null && (
        <NameOrderChoice
          samples={whole.samples}
          order={choice.nameOrder}
          reason={choice.nameOrder === seen.nameOrder?.order ? seen.nameOrder.reason : t('wizard.chosenByYou')}
          onChange={(order) => wizard.change((old) => withNameOrder(old, reading, seen.name, order))}
        />
      )}
      <SheetGrid seen={seen} fields={choice.fields} isLeft={!choice.chosen} rows={whole === undefined ? 8 : 5} onField={(column, field) => wizard.change((old) => withField(old, reading, seen.name, column, field))} />
      <LeftColumns left={left} />
    </>
  )
}

/** The columns that do not enter, by why. */
function LeftColumns(props: { readonly left: readonly { readonly label: string; readonly field: RosterField }[] }) {
  const t = useText()
  if (props.left.length === 0) return null
  const fields = [...new Set(props.left.map((one) => one.field))]
  return (
    <dl className={style['leftColumns']} aria-label={t('wizard.columnsLeft')}>
      {fields.map((field) => (
        <div key={field}>
          <dt>
            {fieldWord(t, field)}: {props.left.filter((one) => one.field === field).map((one) => `«${one.label}»`).join(', ')}
          </dt>
          <dd>{leftWord(t, field)}</dd>
        </div>
      ))}
    </dl>
  )
}
