import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { PdfPreview } from '../../ui/pdf-preview.tsx'
import { Seal } from '../../ui/seal.tsx'
import { PaperOutput } from './paper-output.tsx'
import type { Kind } from './who.ts'
import style from './issue.module.css'

/** After the numbers are given: the paper, beside what came out of it. */
export function Issued(props: { readonly done: Gives<'certificates.issue'>; readonly kind: Kind; readonly registerParams: Record<string, string>; readonly onMore: () => void }) {
  const t = useText()
  const { done, kind } = props
  const [file, setFile] = useState<FileRef>()
  const first = useFirstPage(done.issued[0])
  const shown = file ?? first.file
  return (
    <div className={style['issued']}>
      <section className={style['result']} aria-label={t('issuing.paper')}>
        <header>
          <Seal size={52} />
          <div>
            <h2 aria-live="polite">{t('issuing.issued', { kind, n: done.issued.length })}</h2>
            {done.firstNumber !== null && done.lastNumber !== null && <p className="tabular">{t('issuing.fromTo', { first: done.firstNumber, last: done.lastNumber })}</p>}
          </div>
        </header>
        <p className={style['why']}>{t('issuing.issuedWhy')}</p>
        <PaperOutput ids={done.issued} onFile={(made) => made.type === 'pdf' && setFile(made)} />
        <footer>
          <a href={href('certificates', [], props.registerParams)}>{t('issuing.seeRegister')}</a>
          <Button variant="subtle" size="compact-sm" onClick={props.onMore}>
            {t('issuing.issueMore')}
          </Button>
        </footer>
      </section>
      <PdfPreview file={shown} drawing={first.running && shown === undefined} label={file?.name ?? t('issuing.firstPage')} />
    </div>
  )
}

/** The real page of the first one, from what was frozen. */
function useFirstPage(id: string | undefined): { readonly file: FileRef | undefined; readonly running: boolean } {
  const look = useJob('certificates.draw', { quiet: true })
  const [file, setFile] = useState<FileRef>()
  const { run } = look
  useEffect(() => {
    if (id === undefined) return undefined
    let wanted = true
    void run({ ids: [id], as: 'look' }).then((made) => wanted && setFile(made))
    return () => void (wanted = false)
  }, [id, run])
  return { file, running: look.running }
}
