import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconFileSpreadsheet } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { AnswerMark } from './answer-card.tsx'
import style from './verify.module.css'

export type FileRow = Gives<'seal.verifyFiles'>['rows'][number]
type Answer = NonNullable<FileRow['verification']>['answer']
type Only = Answer | 'problem'

const ORDER: readonly Only[] = ['notAuthentic', 'annulled', 'cannotCheck', 'problem', 'authentic']

/** Each file's answer, what is wrong first; the rows that are asked for; the whole as an Excel file. */
export function FileResults(props: { readonly files: readonly FileRef[]; readonly rows: readonly FileRow[]; readonly openRow: FileRow | undefined; readonly onOpen: (row: FileRow) => void }) {
  const t = useText()
  const [only, setOnly] = useState<Only | 'all'>('all')
  const report = useJob('seal.reportFiles', { label: t('sealScreens.exporting'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  const sorted = useMemo(() => props.rows.toSorted((one, other) => ORDER.indexOf(kindOf(one)) - ORDER.indexOf(kindOf(other))), [props.rows])
  const shown = useMemo(() => sorted.filter((row) => only === 'all' || kindOf(row) === only), [sorted, only])
  const columns = useColumns(t)
  const idOf = (row: FileRow): string => String(props.rows.indexOf(row))
  const counts = ORDER.map((kind) => ({ value: kind, word: kind === 'problem' ? t('sealScreens.notRead') : t('seal.answer', { answer: kind }), count: props.rows.filter((row) => kindOf(row) === kind).length })).filter((one) => one.count > 0)
  return (
    <div className={style['results']}>
      <div className={style['resultsHead']}>
        <FilterWords
          label={t('sealScreens.results')}
          words={[{ value: 'all', word: t('sealScreens.all'), count: props.rows.length }, ...counts]}
          value={only}
          onChange={setOnly}
        />
        <Button leftSection={<IconFileSpreadsheet size={16} aria-hidden />} loading={report.running} onClick={() => void report.run({ files: [...props.files] }).then(setFile)}>
          {t('sealScreens.export')}
        </Button>
      </div>
      {report.running && <ProgressBar label={t('sealScreens.exporting')} progress={report.progress} startedAt={report.startedAt} onCancel={report.cancel} />}
      <Failure error={report.error} onClose={report.forget} />
      {file !== undefined && <FileDone file={file} />}
      <div className={style['table']}>
        <DataTable
          id="seal-files"
          label={t('sealScreens.results')}
          source={rowsOf(shown, `${only}#${props.rows.length}`)}
          columns={columns}
          idOf={idOf}
          openId={props.openRow === undefined ? undefined : idOf(props.openRow)}
          onOpen={(row) => row.verification !== null && props.onOpen(row)}
          empty={null}
        />
      </div>
    </div>
  )
}

function kindOf(row: FileRow): Only {
  return row.verification?.answer ?? 'problem'
}

function useColumns(t: Text): readonly Column<FileRow>[] {
  return useMemo(
    () => [
      { key: 'answer', title: t('sealScreens.answer'), width: 212, show: (row) => (row.verification === null ? t('sealScreens.notRead') : <AnswerMark answer={row.verification.answer} />), text: (row) => (row.verification === null ? t('sealScreens.notRead') : t('seal.answer', { answer: row.verification.answer })) },
      { key: 'name', title: t('sealScreens.name'), width: 250, show: (row) => row.verification?.facts?.name ?? '' },
      { key: 'number', title: t('sealScreens.number'), width: 180, show: (row) => row.verification?.facts?.number ?? '' },
      { key: 'file', title: t('sealScreens.fileName'), width: 220, show: (row) => (row.page === null || row.page === 1 ? row.name : t('sealScreens.filePage', { name: row.name, page: row.page })) },
      { key: 'why', title: t('sealScreens.why'), width: 300, show: (row) => row.problem ?? row.verification?.reasons[0] ?? '' },
    ],
    [t],
  )
}
