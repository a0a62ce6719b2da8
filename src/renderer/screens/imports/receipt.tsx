import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconArrowBackUp } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Sum } from './sum.tsx'
import { momentText, WORDS } from './words.ts'
import style from './receipt.module.css'

export type ImportSeen = Gives<'imports.get'>
type ReceiptGroup = Gives<'editions.get'>['cohorts'][number]

/** The groups of an edition; only those named, when names are given. */
export function useReceiptGroups(editionId: string | null, names?: readonly string[]): readonly ReceiptGroup[] {
  const edition = useQuery('editions.get', { id: editionId ?? '' }, { enabled: editionId !== null })
  const keys = names?.map(searchKey)
  return (edition.data?.cohorts ?? []).filter((one) => keys === undefined || keys.includes(searchKey(one.name)))
}

/** One import as it was written: its sum, its groups, the rows that came back as a file, and the way to take it back. */
export function Receipt(props: { readonly seen: ImportSeen; readonly groups: readonly ReceiptGroup[] }) {
  const t = useText()
  const { seen, groups } = props
  return (
    <div className={style['receipt']}>
      <p className={style['facts']}>
        {t('wizard.receiptOf', { file: seen.fileName, when: momentText(seen.at), who: seen.who })}
        {seen.editionName !== null && ` · ${seen.editionName}`}
      </p>
      <Sum numbers={{ ...seen, read: seen.rowsRead }} />
      {seen.rejected > 0 && <Rejects importId={seen.id} n={seen.rejected} />}
      {groups.length > 0 && !seen.undone && (
        <table className={style['groups']}>
          <thead>
            <tr>
              <th scope="col">{t('wizard.groups')}</th>
              <th scope="col">{t('wizard.participants')}</th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <td>
                  <a href={href('programmes', ['grupo', group.id])}>{group.name}</a>
                </td>
                <td className="tabular">{group.participants.toLocaleString('es-PE')}</td>
                <td>
                  <a href={href('certificates', ['emitir'], { grupo: group.id })}>{t('wizard.issue')}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Undo seen={seen} />
    </div>
  )
}

/** The rows that stayed out, as a file in the office's own columns with the reason in the last. */
function Rejects(props: { readonly importId: string; readonly n: number }) {
  const t = useText()
  const { importId } = props
  const make = useJob('imports.rejects', { label: t('wizard.makingRejects'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  const { run } = make
  useEffect(() => {
    let wanted = true
    void run({ importId }).then((made) => wanted && setFile(made))
    return () => void (wanted = false)
  }, [run, importId])
  return (
    <>
      {make.running && <ProgressBar label={t('wizard.makingRejects')} progress={make.progress} startedAt={make.startedAt} onCancel={make.cancel} />}
      <Failure error={make.error} onRetry={() => void run({ importId }).then(setFile)} />
      {file !== undefined && <FileDone file={file} title={t('wizard.rejectsFile', { n: props.n })} />}
    </>
  )
}

/** What stayed, in words. */
function entityWord(t: Text, entity: string): string {
  return entity in WORDS.entity ? t(WORDS.entity[entity as keyof typeof WORDS.entity]) : entity
}

function Undo(props: { readonly seen: ImportSeen }) {
  const t = useText()
  const { seen } = props
  const undo = useCommand('imports.undo', { quiet: true })
  const [kept, setKept] = useState<Gives<'imports.undo'>['kept']>()
  const act = async (): Promise<void> => {
    const answer = await undo.run({ id: seen.id })
    if (answer !== undefined) setKept(answer.kept)
  }
  if (seen.undone) {
    return (
      <Note tone={kept !== undefined && kept.length > 0 ? 'warn' : 'done'} title={t('wizard.undone')}>
        {t('wizard.undoneWhy')}
        {kept !== undefined && kept.length > 0 && (
          <>
            <p>{t('wizard.kept', { n: kept.length })}</p>
            <ul>
              {kept.slice(0, 100).map((one) => (
                <li key={`${one.id}${one.field}`}>
                  {entityWord(t, one.entity)} {one.name}
                </li>
              ))}
            </ul>
          </>
        )}
      </Note>
    )
  }
  return (
    <div className={style['undo']}>
      <Button leftSection={<IconArrowBackUp size={16} />} loading={undo.running} onClick={() => void act()}>
        {t('wizard.undoImport')}
      </Button>
      <span>{t('wizard.undoWhy')}</span>
      <Failure error={undo.error} onClose={undo.forget} />
    </div>
  )
}
