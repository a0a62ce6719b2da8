import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { useState } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import style from './delivery.module.css'
import { dayOf } from './state-cells.tsx'

type Facts = Gives<'delivery.get'>

/** What happened to a paper: each print, signature and hand-over. */
export function DeliveryHistory(props: { readonly id: string }) {
  const t = useText()
  const facts = useQuery('delivery.get', { certificateId: props.id })
  const back = useCommand('delivery.takeBackHandover', { said: t('deliveryScreens.takenBack') })
  const open = useJob('signedFiles.open', { quiet: true })
  const [file, setFile] = useState<FileRef>()
  const { data } = facts
  if (data === undefined) return <Failure error={facts.error} onRetry={facts.reload} />
  return (
    <>
      {isEmpty(data) ? <p className={style['soft']}>{t('deliveryScreens.nothingYet')}</p> : null}
      <ul className={style['history']}>
        {data.prints.map((one, at) => (
          <li key={`${one.printedAt}-${at}`}>
            <b>{t('deliveryScreens.printedLine', { day: dayOf(one.printedAt), kind: one.kind })}</b>
            <small>{[t('deliveryScreens.outcome', { outcome: one.outcome }), one.reason, one.who].filter((part) => part !== null && part !== '').join(' · ')}</small>
          </li>
        ))}
        {data.signings.map((one) => (
          <li key={one.id}>
            <b>{t('deliveryScreens.signedLine', { day: formatDate(one.signedOn), how: one.kind })}</b>
            {(one.note !== null || one.kind === 'digital') && <small>{one.kind === 'digital' ? namesOf(one.signers) : one.note}</small>}
            {one.kind === 'digital' && (
              <div className={style['acts']}>
                <Button size="compact-sm" loading={open.running} onClick={() => void open.run({ certificateId: props.id }).then(setFile)}>
                  {t('signedScreens.openSigned')}
                </Button>
              </div>
            )}
          </li>
        ))}
        {data.handovers.map((one) => (
          <li key={one.id}>
            <b>{t('deliveryScreens.handedLine', { day: formatDate(one.handedOn), to: one.toWhom })}</b>
            {one.toWhom === 'proxy' && <small>{[one.proxyName, one.proxyDocument, one.proxyNote].filter((part) => part !== null && part !== '').join(' · ')}</small>}
            <div className={style['acts']}>
              <Button size="compact-sm" loading={back.running} onClick={() => void back.run({ handoverId: one.id })}>
                {t('deliveryScreens.takeBack')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {file !== undefined && <FileDone file={file} />}
      <Failure error={back.error ?? open.error} onClose={back.forget} />
    </>
  )
}

function isEmpty(data: Facts): boolean {
  return data.prints.length + data.signings.length + data.handovers.length === 0
}

/** Who signed, as the kept facts of the signatures say. */
function namesOf(signers: string): string {
  const list = JSON.parse(signers) as readonly { readonly signer?: string }[]
  return list.map((one) => one.signer ?? '').filter((name) => name !== '').join(' · ')
}
