import { useEffect, useRef } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card } from '../../ui/screen.tsx'
import type { Draft, Reading } from './draft.ts'
import { rowsChosen } from './draft.ts'
import { FewRows } from './few-rows.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { STEP } from './use-wizard.ts'
import type { Wizard } from './use-wizard.ts'
import { delimiterWord, encodingWord, momentText } from './words.ts'
import style from './wizard.module.css'

/** What the core reads, and the kinds of which it says what to do with them. */
const ACCEPT = '.xlsx,.csv,.txt,.tsv,.xlsm,.xls,.ods'

/** The file: what is accepted, what was read, and in a text, how. */
export function FileStep(props: { readonly wizard: Wizard }) {
  const t = useText()
  const { wizard } = props
  const { draft, reading, read, kept } = wizard
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  const isHere = draft !== undefined && reading !== undefined
  return (
    <>
      <div ref={place} className={style['body']}>
        {kept !== null && draft === undefined && (
          <Note
            tone="info"
            title={t('wizard.leftHalfway')}
            actions={
              <>
                <Button onClick={() => void wizard.resume()}>{t('wizard.resume')}</Button>
                <Button variant="subtle" onClick={wizard.forget}>
                  {t('wizard.discard')}
                </Button>
              </>
            }
          >
            {kept.draft.file.name}
          </Note>
        )}
        <Failure error={read.error} onClose={read.forget} />
        <div className={style['fileStep']}>
          <div className={style['stack']}>
            {read.running ? (
              <Card>
                <ProgressBar label={t('wizard.reading')} progress={read.progress} startedAt={read.startedAt} onCancel={read.cancel} />
              </Card>
            ) : (
              <FileDrop
                accept={ACCEPT}
                primary={!isHere}
                small={isHere}
                title={isHere ? t('wizard.otherFile') : t('wizard.dropTitle')}
                onFiles={([file]) => file !== undefined && void wizard.take(file)}
              >
                {isHere ? undefined : t('wizard.accepted')}
              </FileDrop>
            )}
            {isHere && <FileRead wizard={wizard} draft={draft} reading={reading} />}
          </div>
          <aside className={style['promises']}>
            <h2>{t('wizard.howTitle')}</h2>
            <ol>
              <li>{t('wizard.how1')}</li>
              <li>{t('wizard.how2')}</li>
              <li>{t('wizard.how3')}</li>
              <li>{t('wizard.how4')}</li>
            </ol>
            <p>{t('wizard.howOldExcel')}</p>
          </aside>
        </div>
      </div>
      {isHere && !read.running && (
        <StepFoot next={t('wizard.continue')} onNext={() => wizard.go(STEP.columns)}>
          {t('wizard.rowsFound', { rows: rowsChosen(draft, reading), sheets: draft.sheets.filter((one) => one.chosen).length })}
        </StepFoot>
      )}
    </>
  )
}

function FileRead(props: { readonly wizard: Wizard; readonly draft: Draft; readonly reading: Reading }) {
  const t = useText()
  const { wizard, reading } = props
  const first = reading.sheets.find((sheet) => sheet.chosen) ?? reading.sheets[0]
  return (
    <>
      {reading.before !== null && (
        <Note tone="warn" title={t('wizard.beforeTitle')} actions={<a href={href('people', ['importaciones', reading.before.importId])}>{t('wizard.beforeReceipt')}</a>}>
          {t('wizard.before', { when: momentText(reading.before.at) })}
        </Note>
      )}
      {reading.kind === 'csv' && (
        <Card title={t('wizard.readAs')}>
          <p className={style['soft']}>{t('wizard.readAsWhy')}</p>
          <div className={style['two']}>
            <SelectField
              label={t('wizard.encoding')}
              value={reading.encoding}
              choices={optionsOf(reading.encoding, reading.alternatives.encodings, (one) => encodingWord(t, one))}
              onChange={(encoding) => encoding !== null && void wizard.readAgain({ encoding })}
            />
            <SelectField
              label={t('wizard.delimiter')}
              value={reading.delimiter}
              choices={optionsOf(reading.delimiter, reading.alternatives.delimiters, (one) => delimiterWord(t, one))}
              onChange={(delimiter) => delimiter !== null && void wizard.readAgain({ delimiter })}
            />
          </div>
          {first !== undefined && <FewRows sheet={first} rows={4} />}
        </Card>
      )}
      {reading.kind === 'xlsx' && (
        <Card title={t('wizard.sheetsFound')}>
          <ul className={style['sheetList']}>
            {reading.sheets.map((sheet) => (
              <li key={sheet.name} data-left={!sheet.chosen}>
                <span>{sheet.name}</span>
                <span className="tabular">{sheet.rows > 0 ? t('frame.rows', { n: sheet.rows }) : t('imports.note.noList')}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function optionsOf(current: string | null, others: readonly string[], word: (value: string) => string): { value: string; label: string }[] {
  return [...new Set([...(current === null ? [] : [current]), ...others])].map((value) => ({ value, label: word(value) }))
}
