import { useState } from 'react'
import { Button, Modal } from '@mantine/core'
import { useQuery } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Card } from '../../../ui/screen.tsx'
import { momentText } from '../../corrections/moment-text.ts'
import { areWhole, NO_WORDS, RootWords } from './root-words.tsx'
import type { SealState } from './seal-state.ts'
import style from './seal.module.css'
import { useLastingJob } from './use-lasting-job.ts'

type Key = SealState['keys'][number]

/** Midnight in Lima, which has kept five hours behind UTC since 1994. */
const MIDNIGHT = 'T05:00:00.000Z'

/** The keys of the office's computers: until when each seals, how much it sealed, and the way to say that one was stolen. */
export function SealKeys(props: { readonly keys: readonly Key[] }) {
  const t = useText()
  const [marked, setMarked] = useState<Key>()
  if (props.keys.length === 0) return null
  return (
    <Card title={t('sealScreens.keys')}>
      <table className={style['keys']}>
        <thead>
          <tr>
            <th scope="col">{t('sealScreens.computer')}</th>
            <th scope="col">{t('sealScreens.validUntil')}</th>
            <th scope="col">{t('sealScreens.sealed')}</th>
            <th scope="col">{t('sealScreens.annulled')}</th>
            <th scope="col">
              <span className="unseen">{t('sealScreens.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                {key.name}
                {key.isHere && <span className={style['here']}>{t('sealScreens.here')}</span>}
              </th>
              <td className="tabular">{momentText(key.until)}</td>
              <td className="tabular">{key.sealed.toLocaleString('es-PE')}</td>
              <td className="tabular">{key.annulled.toLocaleString('es-PE')}</td>
              <td>
                {key.compromisedAt === null ? (
                  <Button size="compact-sm" variant="subtle" onClick={() => setMarked(key)}>
                    {t('sealScreens.markStolen')}
                  </Button>
                ) : (
                  <span className={style['bad']}>{t('sealScreens.stolenSince', { when: momentText(key.compromisedAt) })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Modal opened={marked !== undefined} onClose={() => setMarked(undefined)} size="xl" title={t('sealScreens.stolenTitle', { name: marked?.name ?? '' })} closeButtonProps={{ 'aria-label': t('frame.close') }}>
        {marked !== undefined && <StolenForm keyId={marked.id} onDone={() => setMarked(undefined)} />}
      </Modal>
    </Card>
  )
}

function StolenForm(props: { readonly keyId: string; readonly onDone: () => void }) {
  const t = useText()
  const about = useQuery('app.about', {})
  const mark = useLastingJob('seal.markCompromised', { label: t('sealScreens.markStolen'), said: t('sealScreens.stolenMarked') })
  const [since, setSince] = useState<string | null>(null)
  const [words, setWords] = useState(NO_WORDS)
  const isFuture = since !== null && about.data !== undefined && since > about.data.today
  const send = async (): Promise<void> => {
    if (since !== null && (await mark.run({ keyId: props.keyId, since: `${since}${MIDNIGHT}`, words: words.join(' ') })) !== undefined) props.onDone()
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Note tone="warn">{t('sealScreens.stolenWhy')}</Note>
      <DateField label={t('sealScreens.stolenOn')} value={since} onChange={setSince} error={isFuture ? t('sealScreens.stolenFuture') : undefined} required />
      <RootWords words={words} onChange={setWords} />
      <Failure error={mark.error} onClose={mark.forget} />
      <div className={style['acts']}>
        <Button type="submit" variant="filled" disabled={since === null || isFuture || !areWhole(words)} loading={mark.running}>
          {t('sealScreens.markStolen')}
        </Button>
        <Button onClick={props.onDone}>{t('frame.cancel')}</Button>
      </div>
    </form>
  )
}
