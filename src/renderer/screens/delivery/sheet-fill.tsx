import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { IconPrinter } from '../../ui/icons.ts'
import { Panel, Section } from '../../ui/panel.tsx'
import style from './delivery.module.css'

type Sheet = Gives<'delivery.sheet'>
type Line = Sheet['rows'][number]
/** What the paper says of a row: signed by the person herself, or by somebody with a document. */
type Told = { readonly kind: 'person' } | { readonly kind: 'proxy'; readonly name: string; readonly document: string }

/** What a returned sheet says, row by row: one key a row. */
export function SheetFill(props: { readonly sheetId: string; readonly onClose: () => void }) {
  const t = useText()
  const sheet = useQuery('delivery.sheet', { sheetId: props.sheetId })
  const today = useQuery('app.about', {}).data?.today
  const [day, setDay] = useState<string | null>()
  const [told, setTold] = useState<ReadonlyMap<number, Told>>(new Map())
  const [again, setAgain] = useState<FileRef>()
  const fill = useCommand('delivery.fillSheet', { said: t('deliveryScreens.sheetNoted') })
  const attach = useJob('delivery.attachScan', { label: t('deliveryScreens.keepingScan') })
  const draw = useJob('delivery.drawSheet', { quiet: true })
  const { data } = sheet
  if (data === undefined) return <Panel title={t('deliveryScreens.sheet')} onClose={props.onClose}><Failure error={sheet.error} onRetry={sheet.reload} /></Panel>
  const handedOn = day === undefined ? today : day
  const isWhole = [...told.values()].every((one) => one.kind === 'person' || (one.name.trim() !== '' && one.document.trim() !== ''))
  const save = async (): Promise<void> => {
    if (handedOn === undefined || handedOn === null || told.size === 0 || !isWhole) return
    const rows = [...told].map(([row, one]) => ({ row, proxy: one.kind === 'person' ? null : { name: one.name, document: one.document } }))
    if ((await fill.run({ sheetId: props.sheetId, handedOn, rows })) !== undefined) setTold(new Map())
  }
  const set = (row: number, next: Told | undefined): void => setTold((old) => new Map([...[...old].filter(([one]) => one !== row), ...(next === undefined ? [] : [[row, next] as const])]))
  return (
    <Panel
      width={620}
      title={t('deliveryScreens.sheetCode', { code: data.code })}
      subtitle={data.title}
      onClose={props.onClose}
      actions={
        <>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={draw.running} onClick={() => void draw.run({ sheetId: props.sheetId }).then(setAgain)}>
            {t('deliveryScreens.drawAgain')}
          </Button>
          <Button variant="filled" disabled={told.size === 0 || !isWhole || handedOn === null} loading={fill.running} onClick={() => void save()}>
            {t('deliveryScreens.noteRows', { n: told.size })}
          </Button>
        </>
      }
    >
      {again !== undefined && <FileDone file={again} primary />}
      <Failure error={draw.error ?? fill.error ?? attach.error} onClose={fill.forget} />
      <DateField label={t('deliveryScreens.handedOn')} value={handedOn ?? null} required onChange={setDay} />
      <Rows data={data} told={told} onTell={set} onSave={() => void save()} />
      <Section title={t('deliveryScreens.scan')}>
        {data.scans.map((scan) => (
          <p key={scan.assetId} className={style['soft']}>
            {scan.name}
          </p>
        ))}
        <FileDrop accept=".pdf,.jpg,.jpeg,.png" many small title={t('deliveryScreens.scanHint')} onFiles={(files) => void attach.run({ sheetId: props.sheetId, files: [...files] })} />
      </Section>
    </Panel>
  )
}

function Rows(props: { readonly data: Sheet; readonly told: ReadonlyMap<number, Told>; readonly onTell: (row: number, told: Told | undefined) => void; readonly onSave: () => void }) {
  const t = useText()
  const { rows } = props.data
  const firstOpen = Math.max(0, rows.findIndex((row) => row.handedOn === null))
  const [at, setAt] = useState(firstOpen)
  const grid = useRef<HTMLDivElement>(null)
  const name = useRef<HTMLDivElement>(null)
  useEffect(() => grid.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    // In braces: newer browsers answer a scroll with a promise, which is no way to clean up.
    grid.current?.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const row = rows[at]
  const tell = (next: Told | undefined): void => {
    if (row === undefined || row.handedOn !== null) return
    props.onTell(row.row, next)
    if (next?.kind !== 'proxy') setAt(Math.min(rows.length - 1, at + 1))
    else requestAnimationFrame(() => name.current?.querySelector('input')?.focus())
  }
  const onKey = (event: KeyboardEvent): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt(Math.min(rows.length - 1, at + 1)),
      ArrowUp: () => setAt(Math.max(0, at - 1)),
      f: () => tell({ kind: 'person' }),
      ' ': () => tell({ kind: 'person' }),
      a: () => tell({ kind: 'proxy', name: '', document: '' }),
      Delete: () => tell(undefined),
      Backspace: () => tell(undefined),
      n: () => tell(undefined),
    }
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault()
      return props.onSave()
    }
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const proxy = row === undefined ? undefined : props.told.get(row.row)
  return (
    <div className={style['fill']}>
      <p className={style['keys']}>{t('deliveryScreens.fillKeys')}</p>
      <div ref={grid} role="grid" tabIndex={0} className={style['rows']} aria-label={t('deliveryScreens.rowsOf')} aria-rowcount={rows.length} aria-activedescendant={`fill-${at}`} onKeyDown={onKey}>
        {rows.map((line, index) => (
          // The keyboard goes from row to row on the grid itself.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div key={line.row} id={`fill-${index}`} role="row" className={style['fillRow']} data-row={index} data-at={index === at} aria-selected={index === at} onClick={() => setAt(index)}>
            <span role="gridcell">{line.row}</span>
            <span role="gridcell">{line.number}</span>
            <span role="gridcell">{line.personName}</span>
            <span role="gridcell" data-none={line.handedOn === null && !props.told.has(line.row)}>
              {saidOf(line, props.told.get(line.row), t)}
            </span>
          </div>
        ))}
      </div>
      {proxy?.kind === 'proxy' && row !== undefined && (
        // Enter goes back to the rows, where one goes on.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div ref={name} className={style['proxy']} onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && proxy.name.trim() !== '' && proxy.document.trim() !== '' && (event.preventDefault(), setAt(Math.min(rows.length - 1, at + 1)), grid.current?.focus())}>
          <TextField label={t('deliveryScreens.proxyName')} value={proxy.name} maxLength={200} required onChange={(next) => props.onTell(row.row, { ...proxy, name: next })} />
          <TextField label={t('deliveryScreens.proxyDocument')} value={proxy.document} maxLength={40} required onChange={(next) => props.onTell(row.row, { ...proxy, document: next })} />
        </div>
      )}
    </div>
  )
}

function saidOf(line: Line, told: Told | undefined, t: ReturnType<typeof useText>): string {
  if (line.handedOn !== null) return line.handedTo === line.personName || line.handedTo === null ? formatDate(line.handedOn) : t('deliveryScreens.toProxy', { day: formatDate(line.handedOn), name: line.handedTo })
  if (told === undefined) return t('deliveryScreens.pendingRow')
  return told.kind === 'person' ? t('deliveryScreens.signedRow') : t('deliveryScreens.proxyRow', { name: told.name })
}
