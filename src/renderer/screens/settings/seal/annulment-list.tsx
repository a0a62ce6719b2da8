import { useState } from 'react'
import { Button } from '@mantine/core'
import { addDays } from '../../../../shared/domain/dates.ts'
import type { FileRef } from '../../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { FileDone } from '../../../ui/file-done.tsx'
import { Note } from '../../../ui/note.tsx'
import { Card } from '../../../ui/screen.tsx'
import { momentText } from '../../corrections/moment-text.ts'
import type { SealState } from './seal-state.ts'
import style from './seal.module.css'
import { useLastingJob } from './use-lasting-job.ts'

/** Days for which a list is good unless another date is said. */
const USUAL_DAYS = 90

/** The list that says which papers no longer count: how old it is, and a new one with its sheet for the notice board. */
export function AnnulmentList(props: { readonly list: SealState['list'] }) {
  const t = useText()
  const { list } = props
  const about = useQuery('app.about', {})
  const publish = useLastingJob('seal.publishList', { label: t('sealScreens.publishing'), said: t('sealScreens.published') })
  const [chosen, setChosen] = useState<string | null>()
  const [sheet, setSheet] = useState<FileRef>()
  const nextOn = chosen === undefined ? (about.data === undefined ? null : addDays(about.data.today, USUAL_DAYS)) : chosen
  const send = async (): Promise<void> => {
    setSheet(undefined)
    if (nextOn !== null) setSheet((await publish.run({ nextOn }))?.sheet)
  }
  return (
    <Card title={t('sealScreens.list')}>
      <p className={style['soft']}>{t('sealScreens.listWhy')}</p>
      {list === null ? (
        <Note tone="warn">{t('sealScreens.listNever')}</Note>
      ) : (
        <>
          <p>{t('sealScreens.listStands', { day: momentText(list.issuedAt), next: momentText(list.nextAt).split(',')[0] ?? '', n: list.annulled })}</p>
          {list.isStale && <Note tone="warn">{t('sealScreens.listStale')}</Note>}
          {!list.isStale && list.isBehind && <Note tone="warn">{t('sealScreens.listBehind')}</Note>}
        </>
      )}
      <form className={style['inline']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <DateField label={t('sealScreens.nextOn')} value={nextOn} onChange={setChosen} />
        <Button type="submit" disabled={nextOn === null} loading={publish.running}>
          {t('sealScreens.publish')}
        </Button>
      </form>
      <Failure error={publish.error} onClose={publish.forget} />
      {sheet !== undefined && <FileDone file={sheet} title={t('sealScreens.noticeReady')} />}
    </Card>
  )
}

/** What the office hands out, so that others can verify its papers. */
export function HandOut() {
  const t = useText()
  const page = useJob('seal.saveVerifier', { label: t('sealScreens.savingPage'), quiet: true })
  const office = useJob('seal.exportOffice', { label: t('sealScreens.savingOffice'), quiet: true })
  const [files, setFiles] = useState<readonly FileRef[]>([])
  const keep = (file: FileRef | undefined): void => {
    if (file !== undefined) setFiles((old) => [file, ...old])
  }
  return (
    <Card title={t('sealScreens.handOut')}>
      <div className={style['two']}>
        <div>
          <h3>{t('sealScreens.page')}</h3>
          <p className={style['soft']}>{t('sealScreens.pageWhy')}</p>
          <Button loading={page.running} onClick={() => void page.run({}).then(keep)}>
            {t('sealScreens.savePage')}
          </Button>
        </div>
        <div>
          <h3>{t('sealScreens.officeFile')}</h3>
          <p className={style['soft']}>{t('sealScreens.officeFileWhy')}</p>
          <Button loading={office.running} onClick={() => void office.run({}).then(keep)}>
            {t('sealScreens.saveOffice')}
          </Button>
        </div>
      </div>
      <Failure error={page.error ?? office.error} onClose={() => (page.forget(), office.forget())} />
      {files.map((file) => (
        <FileDone key={file.id} file={file} />
      ))}
    </Card>
  )
}
