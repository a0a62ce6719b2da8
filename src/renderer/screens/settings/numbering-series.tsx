import { useState } from 'react'
import { Button } from '@mantine/core'
import { folioOf } from '../../../shared/domain/numbering-ranges.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { AppError } from '../../../shared/rpc/errors.ts'
import { useCommand, useJob } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconPrinter } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Row, Section } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { SeriesBlocks } from './numbering-blocks.tsx'
import { SeriesGaps } from './numbering-gaps.tsx'
import type { Series } from './numbering-settings.tsx'
import { PatternHelp } from './pattern-help.tsx'
import style from './numbering.module.css'

type Fields = Takes<'numbering.update'>['fields']

/** One series: its numbers, its book, its blocks and what is missing in it. */
export function SeriesDetail(props: { readonly series: Series; readonly year: number }) {
  const t = useText()
  const { series, year } = props
  // A series that another computer keeps is changed there.
  const isKeptHere = series.left === null
  return (
    <div className={style['detail']}>
      <Card title={series.name}>
        <NextNumber series={series} year={year} />
        {!isKeptHere && <Note tone={series.isOurs ? 'info' : 'warn'}>{t('settings.keptBy', { owner: groupedCode(series.owner ?? ''), year: String(year), left: series.left ?? 0 })}</Note>}
        <SeriesFields series={series} disabled={!isKeptHere} />
        {isKeptHere && <StartAfter series={series} year={year} />}
      </Card>
      <Card title={t('settings.blocks')}>
        <SeriesBlocks series={series} year={year} canReserve={isKeptHere} />
      </Card>
      <Card>
        <SeriesGaps series={series} year={year} />
      </Card>
    </div>
  )
}

function NextNumber(props: { readonly series: Series; readonly year: number }) {
  const t = useText()
  const { series, year } = props
  const book = useJob('numbering.book', { quiet: true })
  const [file, setFile] = useState<Gives<'numbering.book'>>()
  const given = series.counters.find((one) => one.year === year)?.last ?? 0
  return (
    <>
      <div className={style['next']}>
        <div>
          <span>{t('settings.nextNumber')}</span>
          <strong className="tabular">{series.nextNumber === '' ? t('settings.noneLeft') : series.nextNumber}</strong>
          <span>{t('settings.given', { year: String(year), n: given })}</span>
        </div>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={book.running} onClick={() => void book.run({ seriesId: series.id, year }).then((made) => made !== undefined && setFile(made))}>
          {t('settings.printBook', { year: String(year) })}
        </Button>
      </div>
      <Failure error={book.error} onClose={book.forget} />
      {file !== undefined && <FileDone key={file.id} file={file} />}
    </>
  )
}

function SeriesFields(props: { readonly series: Series; readonly disabled: boolean }) {
  const t = useText()
  const { series, disabled } = props
  const update = useCommand('numbering.update', { quiet: true })
  const put = (fields: Fields): Promise<unknown> => update.runOrThrow({ id: series.id, fields })
  const putRows = (typed: string): Promise<unknown> => {
    const rows = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
    return rows >= 1 && rows <= 200 ? put({ rowsPerFolio: rows }) : Promise.reject(new AppError({ code: 'invalid', message: t('settings.badRows') }))
  }
  return (
    <>
      <Section title={t('settings.pattern')}>
        <Row columns={[2, 1]}>
          <TextField label={t('settings.seriesName')} value={series.name} maxLength={80} disabled={disabled} required onSave={(name) => put({ name })} />
          <TextField label={t('settings.seriesUnit')} value={series.unitSiglas ?? ''} maxLength={20} disabled={disabled} onSave={(unitSiglas) => put({ unitSiglas })} />
        </Row>
        <TextField label={t('settings.patternWhy')} value={series.pattern} maxLength={120} disabled={disabled} required onSave={(pattern) => put({ pattern })} />
        <PatternHelp />
      </Section>
      <Section title={t('settings.book')}>
        <Row columns={[2, 1]}>
          <TextField label={t('settings.bookName')} description={t('settings.bookNameWhy')} value={series.book ?? ''} maxLength={40} disabled={disabled} onSave={(book) => put({ book })} />
          <TextField label={t('settings.rowsPerFolio')} description={t('settings.rowsPerFolioWhy')} value={String(series.rowsPerFolio)} maxLength={3} inputMode="numeric" disabled={disabled} onSave={putRows} />
        </Row>
        <BookExample series={series} />
      </Section>
    </>
  )
}

/** How papers will say where they stand in the book. */
function BookExample(props: { readonly series: Series }) {
  const t = useText()
  const { book, rowsPerFolio } = props.series
  if (book === null) return <p className={style['example']}>{t('settings.noBook')}</p>
  const entry = 345
  return (
    <p className={style['example']}>
      {t('settings.bookExample', { n: entry })} <b>{t('numbering.registerText', { book: book.replaceAll('{año}', '2026'), folio: folioOf(entry, rowsPerFolio), entry })}</b>
    </p>
  )
}

function StartAfter(props: { readonly series: Series; readonly year: number }) {
  const t = useText()
  const { series, year } = props
  const startAfter = useCommand('numbering.startAfter')
  const [last, setLast] = useState('')
  // What was set aside is not given here either.
  const reached = Math.max(series.counters.find((one) => one.year === year)?.last ?? 0, ...series.blocks.flatMap((block) => (block.year === year ? block.last : [])))
  const wanted = /^\d{1,6}$/.test(last) ? Number(last) : undefined
  const start = async (): Promise<void> => {
    if (wanted === undefined || wanted <= reached) return
    if ((await startAfter.run({ id: series.id, year, last: wanted })) !== undefined) setLast('')
  }
  return (
    <Section title={t('settings.startAfter')}>
      <form className={style['start']} onSubmit={(event) => (event.preventDefault(), void start())}>
        <TextField label={t('settings.startAfterWhy')} value={last} onChange={setLast} inputMode="numeric" maxLength={6} />
        <Button type="submit" disabled={wanted === undefined || wanted <= reached} loading={startAfter.running}>
          {t('settings.startAfterDo', { n: Math.max(wanted ?? 0, reached) + 1 })}
        </Button>
      </form>
      <Failure error={startAfter.error} onClose={startAfter.forget} />
    </Section>
  )
}
