import { useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { ActReceipt } from '../../ui/act-receipt.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { IconFileSpreadsheet, IconUpload } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import type { Register } from './register-page.tsx'
import style from './registers.module.css'

type Read = Gives<'resultRegisters.readSheet'>

/** A sheet of rows: looked at first, with what is wrong in each; then written. */
export function RegisterImport({ register }: { readonly register: Register }) {
  const t = useText()
  const [taken, setTaken] = useState<{ readonly file: FileRef; readonly read: Read }>()
  const [template, setTemplate] = useState<FileRef>()
  const [done, setDone] = useState<Gives<'resultRegisters.importSheet'>>()
  const reading = useJob('resultRegisters.readSheet', { label: t('registerScreens.reading') })
  const writing = useJob('resultRegisters.importSheet', { label: t('resultRegisters.writing'), quiet: true })
  const making = useJob('resultRegisters.sheetTemplate', { label: t('registerScreens.makingTemplate'), quiet: true })
  const look = async (file: FileRef): Promise<void> => {
    const read = await reading.run({ file, registerId: register.id })
    if (read !== undefined) setTaken({ file, read })
  }
  const again = (): void => {
    setTaken(undefined)
    setDone(undefined)
    reading.forget()
    writing.forget()
  }
  const frame = {
    title: t('registerScreens.importTo', { name: register.name }),
    tabs: <OutcomeTabs at="registros" />,
    crumbs: [{ word: t('outcomes.tabRegisters'), href: href('outcomes', ['registros']) }, { word: register.name, href: href('outcomes', ['registros', register.id]) }, { word: t('registerScreens.import') }],
  }
  if (done !== undefined && taken !== undefined) {
    return (
      <Screen {...frame}>
        <ActReceipt
          title={t('registerScreens.imported', { file: taken.read.fileName })}
          act={done.act}
          figures={[{ label: t('registerScreens.created'), value: done.created }, { label: t('registerScreens.alreadyThere'), value: done.alreadyThere }, { label: t('registerScreens.rejected'), value: done.rejected }]}
          actions={
            <>
              <Button variant="filled" onClick={() => go('outcomes', ['registros', register.id])}>
                {t('registerScreens.seeRows')}
              </Button>
              <Button onClick={again}>{t('registerScreens.anotherFile')}</Button>
            </>
          }
        />
      </Screen>
    )
  }
  return (
    <Screen {...frame}>
      <div className={style['stack']}>
        <Failure error={reading.error ?? writing.error ?? making.error} onClose={() => (reading.forget(), writing.forget(), making.forget())} />
        {taken === undefined ? (
          <>
            <FileDrop accept=".xlsx,.csv" primary title={t('registerScreens.drop')} onFiles={([file]) => file !== undefined && void look(file)}>
              {t('registerScreens.dropWhy')}
            </FileDrop>
            {template === undefined ? (
              <div>
                <Button leftSection={<IconFileSpreadsheet size={16} aria-hidden />} loading={making.running} onClick={() => void making.run({ registerId: register.id }).then(setTemplate)}>
                  {t('registerScreens.template')}
                </Button>
              </div>
            ) : (
              <FileDone file={template} />
            )}
            {reading.running && <ProgressBar label={t('registerScreens.reading')} progress={reading.progress} startedAt={reading.startedAt} onCancel={reading.cancel} />}
          </>
        ) : (
          <Review
            read={taken.read}
            writing={writing.running}
            onAgain={again}
            onWrite={() => void writing.run({ file: taken.file, registerId: register.id }).then(setDone)}
          />
        )}
      </div>
    </Screen>
  )
}

function Review(props: { readonly read: Read; readonly writing: boolean; readonly onAgain: () => void; readonly onWrite: () => void }) {
  const t = useText()
  const { read } = props
  const rejected = read.rows - read.ready - read.alreadyThere
  return (
    <>
      <div className={style['between']}>
        <div>
          <b>{t('registerScreens.fileRows', { file: read.fileName, n: read.rows })}</b>
          <p className={style['quiet']}>{t('registerScreens.summary', { ready: read.ready, there: read.alreadyThere, rejected })}</p>
        </div>
        <span className={style['acts']}>
          <Button onClick={props.onAgain}>{t('registerScreens.anotherFile')}</Button>
          <Button variant="filled" leftSection={<IconUpload size={16} aria-hidden />} loading={props.writing} disabled={read.ready === 0} onClick={props.onWrite}>
            {t('registerScreens.write', { n: read.ready })}
          </Button>
        </span>
      </div>
      {read.notes.length > 0 && (
        <Note tone="info">
          {read.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Note>
      )}
      {read.problems.length > 0 && (
        <Card title={t('registerScreens.problems', { n: rejected })}>
          <ul className={style['problems']}>
            {read.problems.map((problem) => (
              <li key={`${problem.row} ${problem.sentence}`}>
                <b className="tabular">{t('registerScreens.rowNumber', { n: problem.row })}</b> {problem.sentence}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('registerScreens.columns')}>
        <table className={style['columns']}>
          <thead>
            <tr>
              <th scope="col">{t('registerScreens.inFile')}</th>
              <th scope="col">{t('registerScreens.inRegister')}</th>
            </tr>
          </thead>
          <tbody>
            {read.columns.map((column) => (
              <tr key={column.label} data-out={column.field === null}>
                <th scope="row">{column.label}</th>
                <td>{column.field ?? t('registerScreens.notRead')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  )
}
