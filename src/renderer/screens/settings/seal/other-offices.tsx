import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import type { FileRef } from '../../../../shared/rpc/wire.ts'
import { useCommand, useJob } from '../../../api.ts'
import type { Gives } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { Note } from '../../../ui/note.tsx'
import { Card } from '../../../ui/screen.tsx'
import { momentText } from '../../corrections/moment-text.ts'
import { Fingerprint } from './prepare-seal.tsx'
import type { SealState } from './seal-state.ts'
import style from './seal.module.css'

type Read = Gives<'seal.readOffice'>

/** Offices whose papers can be verified here; a file is taken only after its eight words were compared by eye. */
export function OtherOffices(props: { readonly offices: SealState['offices'] }) {
  const t = useText()
  const read = useJob('seal.readOffice', { quiet: true })
  const distrust = useCommand('seal.distrustOffice', { said: t('sealScreens.distrusted') })
  const [given, setGiven] = useState<{ readonly file: FileRef; readonly office: Read }>()
  const take = async (file: FileRef | undefined): Promise<void> => {
    setGiven(undefined)
    if (file === undefined) return
    const office = await read.run({ file })
    if (office !== undefined) setGiven({ file, office })
  }
  return (
    <Card title={t('sealScreens.offices')}>
      <p className={style['soft']}>{t('sealScreens.officesWhy')}</p>
      {props.offices.length > 0 && (
        <ul className={style['offices']}>
          {props.offices.map((office) => (
            <li key={office.id}>
              <div>
                <strong>{office.name}</strong>
                <span className={style['soft']}>{t('sealScreens.officeFacts', { ruc: office.ruc, keys: office.keys, list: office.listDate === null ? null : momentText(office.listDate) })}</span>
                <span className={style['soft']}>{office.fingerprint}</span>
              </div>
              <Button size="compact-sm" variant="subtle" loading={distrust.running} onClick={() => void distrust.run({ rootId: office.id })}>
                {t('sealScreens.distrust')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Failure error={distrust.error} onClose={distrust.forget} />
      {given === undefined ? (
        <FileDrop small accept=".json,.pdf,.png,.jpg,.jpeg" title={t('sealScreens.dropOffice')} onFiles={([file]) => void take(file)} />
      ) : (
        <Compare key={given.file.id} file={given.file} office={given.office} onDone={() => setGiven(undefined)} />
      )}
      <Failure error={read.error} onClose={read.forget} />
    </Card>
  )
}

function Compare(props: { readonly file: FileRef; readonly office: Read; readonly onDone: () => void }) {
  const t = useText()
  const { office } = props
  const trust = useJob('seal.trustOffice', { said: t('sealScreens.trusted') })
  const [isCompared, setCompared] = useState(false)
  const send = async (): Promise<void> => {
    if ((await trust.run({ file: props.file })) !== undefined) props.onDone()
  }
  return (
    <form className={style['compare']} aria-label={office.name} onSubmit={(event) => (event.preventDefault(), isCompared && void send())}>
      <div>
        <strong>{office.name}</strong>
        <p className={style['soft']}>{t('sealScreens.officeFacts', { ruc: office.ruc, keys: office.keys, list: office.listDate === null ? null : momentText(office.listDate) })}</p>
      </div>
      {office.isKnown && <Note tone="info">{t('sealScreens.officeKnown')}</Note>}
      {office.problems.map((problem) => (
        <Note key={problem} tone="warn">
          {problem}
        </Note>
      ))}
      <Fingerprint words={office.fingerprint} label={t('sealScreens.compareWords')} />
      <Checkbox label={t('sealScreens.compared')} checked={isCompared} onChange={(event) => setCompared(event.currentTarget.checked)} />
      <Failure error={trust.error} onClose={trust.forget} />
      <div className={style['acts']}>
        <Button type="submit" variant="filled" disabled={!isCompared} loading={trust.running}>
          {t('sealScreens.trust')}
        </Button>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  )
}
