import { useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconFile, IconPrinter } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import style from './corrections.module.css'
import { ListLine } from './list-line.tsx'

/** What comes after correcting: the new papers to the printer, the notes that go with them, and the list that verifiers ask. */
export function AfterCorrection(props: { readonly correctionId: string; readonly papers: number; readonly onPrint: () => void; readonly primary?: boolean }) {
  const t = useText()
  const note = useJob('corrections.note', { label: t('correctionScreens.drawingNotes'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  return (
    <div className={style['after']}>
      <div className={style['acts']}>
        <Button variant={props.primary === true ? 'filled' : 'default'} leftSection={<IconPrinter size={16} aria-hidden />} onClick={props.onPrint}>
          {t('correctionScreens.printNew', { n: props.papers })}
        </Button>
        <Button leftSection={<IconFile size={16} aria-hidden />} loading={note.running} onClick={() => void note.run({ correctionId: props.correctionId }).then((made) => made !== undefined && setFile(made))}>
          {t('correctionScreens.notes')}
        </Button>
      </div>
      <p className={style['soft']}>{t('correctionScreens.notesWhy')}</p>
      {note.running && <ProgressBar label={t('correctionScreens.drawingNotes')} progress={note.progress} startedAt={note.startedAt} onCancel={note.cancel} />}
      <Failure error={note.error} onClose={note.forget} />
      {file !== undefined && <FileDone file={file} />}
      <ListLine />
    </div>
  )
}
