import { useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import style from './delivery.module.css'

/** A folder of the chosen papers for ReFirma or Firma Perú, and what to do with it. */
export function ExportPanel(props: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText()
  const [folder, setFolder] = useState<FileRef>()
  const write = useJob('signedFiles.exportFolder', { label: t('signedScreens.exporting', { n: props.ids.length }), quiet: true })
  const credentials = useJob('credentials.export', { label: t('signedScreens.credentials'), quiet: true })
  const [credential, setCredential] = useState<FileRef>()
  return (
    <Panel
      width={480}
      title={t('deliveryScreens.act', { act: 'export' })}
      subtitle={t('issuing.registerCount', { n: props.ids.length })}
      onClose={props.onClose}
      actions={
        folder === undefined && (
          <Button variant="filled" autoFocus loading={write.running} onClick={() => void write.run({ certificateIds: [...props.ids] }).then(setFolder)}>
            {t('signedScreens.makeFolder')}
          </Button>
        )
      }
    >
      <ol className={style['history']}>
        {([1, 2, 3] as const).map((step) => (
          <li key={step}>
            <b>{t('signedScreens.stepTitle', { step })}</b>
            <small>{t('signedScreens.stepText', { step })}</small>
          </li>
        ))}
      </ol>
      {folder !== undefined && (
        <>
          <FileDone file={folder} primary />
          <a href={href('certificates', ['entrega', 'firmados'])}>{t('signedScreens.receive')}</a>
        </>
      )}
      {write.running && <ProgressBar label={t('signedScreens.exporting', { n: props.ids.length })} progress={write.progress} startedAt={write.startedAt} onCancel={write.cancel} />}
      <Failure error={write.error} onClose={write.forget} />
      <p className={style['soft']}>{t('signedScreens.credentialsWhy')}</p>
      <div className={style['acts']}>
        <Button loading={credentials.running} onClick={() => void credentials.run({ certificateIds: [...props.ids] }).then(setCredential)}>
          {t('signedScreens.makeCredentials')}
        </Button>
      </div>
      {credential !== undefined && <FileDone file={credential} />}
      <Failure error={credentials.error} onClose={credentials.forget} />
    </Panel>
  )
}
