import { useState } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { areWhole, NO_WORDS, RootWords } from './root-words.tsx'
import style from './seal.module.css'
import { useLastingJob } from './use-lasting-job.ts'

/** A new key for this computer, vouched for by the root whose words are typed. */
export function RenewKey(props: { readonly act: string; readonly name?: string | undefined; readonly onDone: () => void; readonly onCancel: () => void }) {
  const t = useText()
  const renew = useLastingJob('seal.renew', { label: t('sealScreens.renewing'), said: t('sealScreens.renewed') })
  const [name, setName] = useState(props.name ?? '')
  const [words, setWords] = useState(NO_WORDS)
  const isReady = name.trim() !== '' && areWhole(words)
  const send = async (): Promise<void> => {
    if ((await renew.run({ computerName: name.trim(), words: words.join(' ') })) !== undefined) props.onDone()
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), isReady && void send())}>
      <TextField label={t('sealScreens.computerName')} value={name} onChange={setName} maxLength={120} placeholder={t('sealScreens.computerSample')} autoFocus />
      <RootWords words={words} onChange={setWords} />
      <Failure error={renew.error} onClose={renew.forget} />
      <div className={style['acts']}>
        <Button type="submit" variant="filled" disabled={!isReady} loading={renew.running}>
          {props.act}
        </Button>
        <Button variant="subtle" onClick={props.onCancel}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  )
}
