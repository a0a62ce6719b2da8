import { useState } from 'react'
import type { ReactNode } from 'react'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconScan } from '../../ui/icons.ts'
import { pickFiles } from '../../ui/pick-files.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useDropAnywhere, useTakenFiles } from '../../ui/use-taken-files.ts'
import { ScanResult } from './scan-result.tsx'
import style from './sheets.module.css'

export interface Scans {
  /** Asks for scans by the system's dialog. */
  readonly pick: () => void
  /** The sign that files held over the window are taken. */
  readonly overlay: ReactNode
  /** How far they are, and what went wrong. */
  readonly progress: ReactNode
  /** The same, and where each page went. */
  readonly outcome: ReactNode
}

export const SCANS = '.pdf,.jpg,.jpeg,.png'

/** Scans and photos of signed sheets, dropped anywhere or chosen: each page is put where its code says. */
export function useScans(cohortId: string, isOn: boolean): Scans {
  const t = useText()
  const [result, setResult] = useState<Gives<'evidence.recognise'>>()
  const recognise = useJob('evidence.recognise', { label: t('signing.recognising'), quiet: true })
  const files = useTakenFiles({
    many: true,
    onFiles: (taken) => {
      setResult(undefined)
      void recognise.run({ files: [...taken] }).then(setResult)
    },
  })
  const over = useDropAnywhere((dropped) => isOn && void files.take(dropped))
  const overlay = over && isOn && (
    <div className={style['overlay']} role="presentation">
      <IconScan size={40} stroke={1.25} aria-hidden />
      <strong>{t('frame.dropFilesHere')}</strong>
      <span>{t('signing.dropWhy')}</span>
    </div>
  )
  const progress = (
    <>
      {files.sending !== undefined && <ProgressBar label={t('signing.sending')} progress={{ ...files.sending, note: '' }} />}
      {recognise.running && <ProgressBar label={t('signing.recognising')} progress={recognise.progress} startedAt={recognise.startedAt} onCancel={recognise.cancel} />}
      <Failure error={files.error} onClose={files.forget} />
      <Failure error={recognise.error} onClose={recognise.forget} />
    </>
  )
  const outcome = (
    <>
      {progress}
      {result !== undefined && <ScanResult result={result} cohortId={cohortId} onClose={() => setResult(undefined)} />}
    </>
  )
  return { pick: () => void pickFiles(SCANS, true).then(files.take), overlay, progress, outcome }
}
