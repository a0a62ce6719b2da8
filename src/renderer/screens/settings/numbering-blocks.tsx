import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { groupedCode, readVerificationCode } from '../../../shared/domain/numbering.ts'
import { useCommand, useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { useEscape } from '../../ui/escape.ts'
import type { Series } from './numbering-settings.tsx'
import style from './numbering.module.css'

type Block = Series['blocks'][number]

/** What was set aside for whom, and a form to set more aside. */
export function SeriesBlocks(props: { readonly series: Series; readonly year: number; readonly canReserve: boolean }) {
  const t = useText()
  const { series, year, canReserve } = props
  return (
    <>
      <p className={style['why']}>{t('settings.blocksWhy')}</p>
      {series.blocks.length > 0 && (
        <ul className={style['rows']}>
          {series.blocks.map((block) => (
            <BlockLine key={block.id} block={block} mayReturn={block.isHere || canReserve} />
          ))}
        </ul>
      )}
      {canReserve && <ReserveForm series={series} year={year} />}
    </>
  )
}

function BlockLine(props: { readonly block: Block; readonly mayReturn: boolean }) {
  const t = useText()
  const { block } = props
  const exportBlock = useJob('numbering.exportBlock', { quiet: true })
  const [file, setFile] = useState<Gives<'numbering.exportBlock'>>()
  const [returning, setReturning] = useState(false)
  const size = block.last - block.first + 1
  const name = `${block.first} – ${block.last}`
  const state =
    block.returnedAt !== null
      ? t('settings.blockReturned', { day: formatDate(block.returnedAt.slice(0, 10)), reason: block.returnReason ?? '' })
      : block.isHere
        ? t('settings.blockLeft', { left: size - block.given, n: size })
        : t('settings.blockOther', { day: formatDate(block.givenAt.slice(0, 10)), given: block.given, n: size })
  return (
    <li aria-label={name}>
      <div className={style['line']}>
        <b className="tabular">{name}</b>
        <span>
          {block.isHere ? t('settings.blockHere') : t('settings.blockFor', { name: block.holderName, code: groupedCode(block.holder) })}
          <small>
            {block.year} · {state}
          </small>
        </span>
        {block.returnedAt === null && (
          <span className={style['acts']}>
            {!block.isHere && (
              <Button size="compact-sm" loading={exportBlock.running} onClick={() => void exportBlock.run({ blockId: block.id }).then((made) => made !== undefined && setFile(made))}>
                {t('settings.blockFile')}
              </Button>
            )}
            {props.mayReturn && !returning && (
              <Button size="compact-sm" variant="subtle" onClick={() => setReturning(true)}>
                {t('settings.returnBlock')}
              </Button>
            )}
          </span>
        )}
      </div>
      <Failure error={exportBlock.error} onClose={exportBlock.forget} />
      {file !== undefined && <FileDone key={file.id} file={file} title={t('settings.blockFileDone', { name: block.holderName })} />}
      {returning && block.returnedAt === null && <ReturnForm block={block} onDone={() => setReturning(false)} />}
    </li>
  )
}

function ReturnForm(props: { readonly block: Block; readonly onDone: () => void }) {
  const t = useText()
  const returnBlock = useCommand('numbering.returnBlock', { said: t('settings.blockWasReturned') })
  const [reason, setReason] = useState('')
  useEscape(true, props.onDone)
  const send = async (): Promise<void> => {
    if (reason.trim() !== '' && (await returnBlock.run({ blockId: props.block.id, reason: reason.trim() })) !== undefined) props.onDone()
  }
  return (
    <form className={style['stack']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <div className={style['note']}>
        <TextField label={t('settings.returnWhy')} value={reason} onChange={setReason} maxLength={300} autoFocus required />
        <Button type="submit" disabled={reason.trim() === ''} loading={returnBlock.running}>
          {t('settings.returnBlock')}
        </Button>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
      </div>
      <p className={style['why']}>{t('settings.returnFinal')}</p>
      <Failure error={returnBlock.error} onClose={returnBlock.forget} />
    </form>
  )
}

function ReserveForm(props: { readonly series: Series; readonly year: number }) {
  const t = useText()
  const { series, year } = props
  const reserve = useCommand('numbering.reserve', { said: t('settings.reserved') })
  const [count, setCount] = useState('')
  const [holderName, setHolderName] = useState('')
  const [holder, setHolder] = useState('')
  const wanted = /^\d{1,6}$/.test(count) ? Number(count) : 0
  const isCode = readVerificationCode(holder).code !== null
  const isReady = wanted >= 1 && wanted <= 100_000 && holderName.trim() !== '' && isCode
  const send = async (): Promise<void> => {
    if (!isReady) return
    const made = await reserve.run({ seriesId: series.id, year, count: wanted, holder, holderName: holderName.trim() })
    if (made === undefined) return
    for (const put of [setCount, setHolderName, setHolder]) put('')
  }
  return (
    <form className={style['stack']} aria-label={t('settings.reserve')} onSubmit={(event) => (event.preventDefault(), void send())}>
      <div className={style['form']}>
        <TextField label={t('settings.reserveCount')} value={count} onChange={setCount} inputMode="numeric" maxLength={6} />
        <TextField label={t('settings.reserveFor')} placeholder={t('settings.reserveForSample')} value={holderName} onChange={setHolderName} maxLength={120} />
        <TextField
          label={t('settings.reserveCode')}
          value={holder}
          onChange={setHolder}
          maxLength={20}
          error={holder.replace(/[^0-9A-Za-z]/g, '').length >= 10 && !isCode ? t('settings.reserveBadCode') : undefined}
        />
        <Button type="submit" disabled={!isReady} loading={reserve.running}>
          {t('settings.reserve')}
        </Button>
      </div>
      <Failure error={reserve.error} onClose={reserve.forget} />
    </form>
  )
}
