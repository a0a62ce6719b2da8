import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconShieldCheck } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Card } from '../../ui/screen.tsx'
import { momentText } from '../corrections/moment-text.ts'
import { AnnulmentList, HandOut } from './seal/annulment-list.tsx'
import { OtherOffices } from './seal/other-offices.tsx'
import type { Prepared } from './seal/prepare-seal.tsx'
import { Fingerprint, KeepSheet, PrepareSeal } from './seal/prepare-seal.tsx'
import { RenewKey } from './seal/renew-key.tsx'
import { SealKeys } from './seal/seal-keys.tsx'
import type { SealState } from './seal/seal-state.ts'
import style from './seal/seal.module.css'

/** The office's seal: where it stands and what comes next, its keys, the annulment list, what is handed out, other offices. */
export function SealSettings() {
  const t = useText()
  const state = useQuery('seal.state', {})
  // The words are shown once: what was just made stays in sight until they were proved to be on paper.
  const [prepared, setPrepared] = useState<Prepared>()
  const { data } = state
  if (data === undefined) return <Failure error={state.error} onRetry={state.reload} />
  return (
    <div className={style['stack']}>
      <Failure error={state.error} onRetry={state.reload} />
      {data.state === 'noRuc' && (
        <Note tone="warn" title={t('sealScreens.noRuc')} actions={<a href={href('settings', ['entidad'])}>{t('sealScreens.toEntity')}</a>}>
          {t('sealScreens.noRucWhy')}
        </Note>
      )}
      {prepared !== undefined && <KeepSheet prepared={prepared} onDone={() => setPrepared(undefined)} />}
      {prepared === undefined && data.state === 'noRoot' && <PrepareSeal onPrepared={setPrepared} />}
      {prepared === undefined && data.root !== null && <Standing state={data} root={data.root} />}
      {data.root !== null && (
        <>
          <SealKeys keys={data.keys} />
          <div className={style['columns']}>
            <AnnulmentList list={data.list} />
            <HandOut />
          </div>
        </>
      )}
      <OtherOffices offices={data.offices} />
    </div>
  )
}

/** The office's root and this computer's key in one sentence, and the next step where there is one. */
function Standing(props: { readonly state: SealState; readonly root: NonNullable<SealState['root']> }) {
  const t = useText()
  const { state, root } = props
  const [isRenewing, setRenewing] = useState(false)
  const mine = state.keys.filter((key) => key.isHere && key.compromisedAt === null).toSorted((one, other) => other.until.localeCompare(one.until))[0]
  const isReady = state.state === 'ready'
  return (
    <Card>
      <div className={style['standing']} data-ready={isReady}>
        <IconShieldCheck size={30} stroke={1.5} aria-hidden />
        <div>
          <h2>{t('sealScreens.stands', { state: state.state })}</h2>
          <p className={style['soft']}>
            {mine === undefined ? t('sealScreens.noKeyWhy') : t('sealScreens.keyUntil', { name: mine.name, until: momentText(mine.until) })}
          </p>
        </div>
        {!isRenewing && (
          <Button variant={isReady ? 'subtle' : 'filled'} onClick={() => setRenewing(true)}>
            {t(state.state === 'noKey' ? 'sealScreens.makeKey' : 'sealScreens.renew')}
          </Button>
        )}
      </div>
      {isRenewing && <RenewKey act={t(state.state === 'noKey' ? 'sealScreens.makeKey' : 'sealScreens.renew')} name={mine?.name} onDone={() => setRenewing(false)} onCancel={() => setRenewing(false)} />}
      <Fingerprint words={root.fingerprint} label={t('sealScreens.ownFingerprint', { ruc: root.ruc })} />
    </Card>
  )
}
