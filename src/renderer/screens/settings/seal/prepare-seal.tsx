import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Gives } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { FileDone } from '../../../ui/file-done.tsx'
import { IconCircleCheck } from '../../../ui/icons.ts'
import { Note } from '../../../ui/note.tsx'
import { Card } from '../../../ui/screen.tsx'
import { RenewKey } from './renew-key.tsx'
import style from './seal.module.css'
import { folded } from './spanish-words.ts'
import { useLastingJob } from './use-lasting-job.ts'

export type Prepared = Gives<'seal.prepare'>

/** First use: what the seal is and is not, and the one act that makes it. */
export function PrepareSeal(props: { readonly onPrepared: (prepared: Prepared) => void }) {
  const t = useText()
  const prepare = useLastingJob('seal.prepare', { label: t('sealScreens.preparing'), said: t('sealScreens.prepared') })
  const [name, setName] = useState('')
  const [hasWords, setHasWords] = useState(false)
  const send = async (): Promise<void> => {
    const made = await prepare.run({ computerName: name.trim() })
    if (made !== undefined) props.onPrepared(made)
  }
  return (
    <Card title={t('sealScreens.prepareTitle')}>
      <div className={style['two']}>
        <div>
          <h3>{t('sealScreens.whatItIs')}</h3>
          <ul>
            <li>{t('sealScreens.is1')}</li>
            <li>{t('sealScreens.is2')}</li>
            <li>{t('sealScreens.is3')}</li>
          </ul>
        </div>
        <div>
          <h3>{t('sealScreens.whatItIsNot')}</h3>
          <ul>
            <li>{t('sealScreens.not1')}</li>
            <li>{t('sealScreens.not2')}</li>
            <li>{t('sealScreens.not3')}</li>
          </ul>
        </div>
      </div>
      {hasWords ? (
        <RenewKey act={t('sealScreens.makeKey')} onDone={() => setHasWords(false)} onCancel={() => setHasWords(false)} />
      ) : (
        <>
          <p className={style['soft']}>{t('sealScreens.prepareHow')}</p>
          <form className={style['inline']} onSubmit={(event) => (event.preventDefault(), name.trim() !== '' && void send())}>
            <TextField label={t('sealScreens.computerName')} value={name} onChange={setName} maxLength={120} placeholder={t('sealScreens.computerSample')} />
            <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={prepare.running}>
              {t('sealScreens.prepare')}
            </Button>
            <Button variant="subtle" onClick={() => setHasWords(true)}>
              {t('sealScreens.haveWords')}
            </Button>
          </form>
          <Failure error={prepare.error} onClose={prepare.forget} />
        </>
      )}
    </Card>
  )
}

/** After making it: the sheet printed twice, and three of its words typed back from the paper. */
export function KeepSheet(props: { readonly prepared: Prepared; readonly onDone: () => void }) {
  const t = useText()
  const { prepared } = props
  const [asked] = useState(threeOf)
  const [typed, setTyped] = useState<readonly string[]>(['', '', ''])
  const [isTried, setTried] = useState(false)
  const [isProved, setProved] = useState(false)
  const isRight = (index: number): boolean => folded(typed[index] ?? '') === folded(prepared.words[asked[index] ?? 0] ?? '')
  const prove = (): void => {
    setTried(true)
    setProved(asked.every((_, index) => isRight(index)))
  }
  if (isProved) {
    return (
      <Note tone="done" title={t('sealScreens.sheetProved')} actions={<Button onClick={props.onDone}>{t('sealScreens.continue')}</Button>}>
        {t('sealScreens.sheetAfter')}
      </Note>
    )
  }
  return (
    <Card title={t('sealScreens.keepTitle')}>
      <ol className={style['steps']}>
        <li>
          <strong>{t('sealScreens.printTwice')}</strong>
          <p className={style['soft']}>{t('sealScreens.printWhy')}</p>
          <FileDone file={prepared.sheet} title={t('sealScreens.sheetReady')} primary />
        </li>
        <li>
          <strong>{t('sealScreens.proveTitle')}</strong>
          <p className={style['soft']}>{t('sealScreens.proveWhy')}</p>
          <form className={style['tried']} onSubmit={(event) => (event.preventDefault(), prove())}>
            {asked.map((position, index) => (
              <TextField
                key={position}
                label={t('sealScreens.wordN', { n: position + 1 })}
                value={typed[index] ?? ''}
                maxLength={20}
                error={isTried && !isRight(index) ? t('sealScreens.wordWrong') : undefined}
                onChange={(word) => setTyped(typed.map((old, each) => (each === index ? word : old)))}
              />
            ))}
            <Button type="submit" leftSection={<IconCircleCheck size={16} aria-hidden />} disabled={typed.some((word) => word.trim() === '')}>
              {t('sealScreens.prove')}
            </Button>
          </form>
        </li>
      </ol>
      <Fingerprint words={prepared.fingerprint} />
    </Card>
  )
}

/** Three different places among the 24, in their order. */
function threeOf(): readonly number[] {
  const places = new Set<number>()
  while (places.size < 3) places.add((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 24)
  return [...places].toSorted((one, other) => one - other)
}

/** The eight words of a root, to be compared by eye: two lines of four. */
export function Fingerprint(props: { readonly words: string; readonly label?: string }) {
  const t = useText()
  return (
    <dl className={style['fingerprint']}>
      <dt>{props.label ?? t('sealScreens.fingerprint')}</dt>
      <dd>{props.words}</dd>
    </dl>
  )
}
