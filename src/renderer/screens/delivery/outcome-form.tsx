import { useState } from 'react'
import { Button } from '@mantine/core'
import type { PileRead } from '../../../shared/domain/pile-ranges.ts'
import { readPile } from '../../../shared/domain/pile-ranges.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Note } from '../../ui/note.tsx'
import style from './delivery.module.css'

type Run = Gives<'delivery.run'>

/** "Did it print well?": the damaged ones are typed by their place in the pile, and shown by name before anything is noted. */
export function OutcomeForm(props: { readonly runId: string; readonly onAgain: (ids: readonly string[]) => void; readonly isTitled?: boolean }) {
  const t = useText()
  const run = useQuery('delivery.run', { runId: props.runId })
  const [typed, setTyped] = useState('')
  const [isTold, setTold] = useState(false)
  const outcome = useCommand('delivery.outcome', { said: t('deliveryScreens.outcomeNoted') })
  const { data } = run
  if (data === undefined) return <Failure error={run.error} onRetry={run.reload} />
  const pile = readPile(typed, data.lines.length)
  const wrong = pile.kind === 'wrong' ? t('deliveryScreens.badRange', { why: pile.why, piece: pile.piece, n: data.lines.length }) : undefined
  const tell = async (): Promise<void> => {
    if (pile.kind === 'wrong') return
    if ((await outcome.run({ runId: props.runId, ranges: [...pile.ranges] })) !== undefined) setTold(true)
  }
  const isAsked = data.lines.some((line) => line.outcome === 'asked')
  const damaged = data.lines.filter((line) => line.outcome === 'damaged').map((line) => line.certificateId)
  if (isTold && !isAsked) return <Answered data={data} damaged={damaged} onAgain={props.onAgain} onChange={() => setTold(false)} />
  return (
    <form className={style['ask']} onSubmit={(event) => (event.preventDefault(), void tell())}>
      {props.isTitled === true && <h3>{t('deliveryScreens.cameOut')}</h3>}
      <TextField label={t('deliveryScreens.whichDamaged')} description={t('deliveryScreens.rangeHint', { n: data.lines.length })} placeholder={t('deliveryScreens.rangeExample')} value={typed} maxLength={2000} error={wrong} onChange={setTyped} />
      {pile.kind === 'read' && <Meant pile={pile} data={data} />}
      <Failure error={outcome.error} onClose={outcome.forget} />
      <div className={style['acts']}>
        <Button type="submit" variant={props.isTitled === true ? 'default' : 'filled'} disabled={pile.kind === 'wrong'} loading={outcome.running}>
          {typed.trim() === '' ? t('deliveryScreens.allWell', { n: data.lines.length }) : t('deliveryScreens.tell')}
        </Button>
      </div>
    </form>
  )
}

/** Which papers are meant, before it is noted. */
function Meant(props: { readonly pile: Extract<PileRead, { kind: 'read' }>; readonly data: Run }) {
  const t = useText()
  const { ranges } = props.pile
  const of = (outcome: 'well' | 'damaged') => ranges.filter((one) => one.outcome === outcome).flatMap(({ from, to }) => props.data.lines.filter(({ position }) => position >= from && position <= to))
  const damaged = of('damaged')
  return (
    <>
      <p className={style['sum']} aria-live="polite">
        {t('deliveryScreens.meant', { well: of('well').length, damaged: damaged.length, untold: props.data.lines.length - of('well').length - damaged.length })}
      </p>
      {damaged.length > 0 && <PileLines label={t('deliveryScreens.damagedOnes')} lines={damaged} />}
    </>
  )
}

function PileLines(props: { readonly label: string; readonly lines: Run['lines'] }) {
  return (
    // Long lists of mere words are read by the arrows too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={style['asked']} aria-label={props.label} tabIndex={0}>
      {props.lines.map((line) => (
        <li key={line.position}>
          <b>{line.position}</b>
          <span>{line.number}</span>
          <span>{line.personName}</span>
        </li>
      ))}
    </ul>
  )
}

function Answered(props: { readonly data: Run; readonly damaged: readonly string[]; readonly onAgain: (ids: readonly string[]) => void; readonly onChange: () => void }) {
  const t = useText()
  const { damaged } = props
  return (
    <Note
      tone={damaged.length === 0 ? 'done' : 'warn'}
      title={damaged.length === 0 ? t('deliveryScreens.allCameWell') : t('deliveryScreens.someDamaged', { n: damaged.length })}
      actions={
        <>
          {damaged.length > 0 && (
            <Button variant="filled" autoFocus onClick={() => props.onAgain(damaged)}>
              {t('deliveryScreens.printDamaged', { n: damaged.length })}
            </Button>
          )}
          <Button onClick={props.onChange}>{t('deliveryScreens.tellAgain')}</Button>
        </>
      }
    />
  )
}
