import { useEffect, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import style from './issue.module.css'

const FORMS = ['one', 'separate', 'zip'] as const
const ORDERS = ['surname', 'organisation', 'number'] as const

/** The paper of issued certificates: in which form, in which order, and the files that were made. */
export function PaperOutput(props: { readonly ids: readonly string[]; readonly onFile?: (file: FileRef) => void }) {
  const t = useText()
  const [as, setAs] = useState<(typeof FORMS)[number]>('one')
  const [order, setOrder] = useState<(typeof ORDERS)[number]>('surname')
  const [files, setFiles] = useState<readonly FileRef[]>([])
  const draw = useJob('certificates.draw', { label: t('issuing.drawing', { n: props.ids.length }), quiet: true })
  const made = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (files.length > 0) made.current?.scrollIntoView({ block: 'nearest' })
  }, [files])
  const prepare = async (): Promise<void> => {
    const file = await draw.run({ ids: [...props.ids], as, order })
    if (file === undefined) return
    setFiles((old) => [file, ...old])
    props.onFile?.(file)
  }
  return (
    <div className={style['output']}>
      <ChoiceCards label={t('issuing.as')} value={as} onChange={setAs} options={FORMS.map((form) => ({ value: form, word: t('issuing.asName', { as: form }), about: t('issuing.asMeans', { as: form }) }))} />
      {props.ids.length > 1 && (
        <ChoiceCards label={t('issuing.order')} across value={order} onChange={setOrder} options={ORDERS.map((one) => ({ value: one, word: t('issuing.orderName', { order: one }) }))} />
      )}
      {draw.running ? (
        <ProgressBar label={t('issuing.drawing', { n: props.ids.length })} progress={draw.progress} startedAt={draw.startedAt} onCancel={draw.cancel} />
      ) : (
        <div>
          <Button variant={files.length === 0 ? 'filled' : 'default'} autoFocus onClick={() => void prepare()}>
            {t('issuing.prepare', { as })}
          </Button>
        </div>
      )}
      <Failure error={draw.error} onClose={draw.forget} />
      {files.map((file, at) => (
        <div key={file.id} ref={at === 0 ? made : undefined}>
          <FileDone file={file} primary={at === 0} />
        </div>
      ))}
    </div>
  )
}
