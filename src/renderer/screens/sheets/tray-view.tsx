import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FilePicture } from '../../ui/file-picture.tsx'
import { IconRotateClockwise, IconScan, IconTrash, IconZoomIn, IconZoomOut } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import { SessionViews } from '../sessions/session-views.tsx'
import type { SessionsParts } from '../sessions/sessions-view.tsx'
import { usePicture } from './evidence-list.tsx'
import type { Evidence } from './evidence-list.tsx'
import { PlaceForm } from './place-form.tsx'
import style from './sheets.module.css'

/** Pages whose code could not be read: each is looked at and put in its place by hand, and the next one comes. */
export function TrayView(props: SessionsParts) {
  const t = useText()
  const { seen, scans } = props
  const frame = useCohortFrame(seen, 'sesiones')
  const tray = useQuery('evidence.list', { tray: true })
  const items = tray.data ?? []
  return (
    <Screen
      fill
      {...frame}
      actions={
        <Button leftSection={<IconScan size={16} aria-hidden />} onClick={scans.pick}>
          {t('agenda.scans')}
        </Button>
      }
      tools={
        <>
          <SessionViews cohortId={seen.cohort.id} at="tray" />
          {items.length > 0 && <p className={style['sum']}>{t('signing.traySum', { n: items.length })}</p>}
        </>
      }
    >
      {scans.progress}
      <Failure error={tray.error} onRetry={tray.reload} />
      {tray.data !== undefined && items.length === 0 && (
        <div className={style['blank']}>
          <EmptyState
            drawing="scan"
            title={t('signing.trayEmpty')}
            actions={
              <Button leftSection={<IconScan size={16} aria-hidden />} onClick={scans.pick}>
                {t('agenda.scans')}
              </Button>
            }
          >
            {t('signing.trayWhy')}
          </EmptyState>
        </div>
      )}
      {items.length > 0 && <Tray {...props} items={items} />}
      {scans.overlay}
    </Screen>
  )
}

function Tray(props: SessionsParts & { readonly items: readonly Evidence[] }) {
  const t = useText()
  const { items } = props
  const [at, setAt] = useState(0)
  const index = Math.min(at, items.length - 1)
  const item = items[index]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(items.length - 1, index + by)))
  }
  if (item === undefined) return null
  return (
    <div className={style['tray']}>
      <div ref={list} className={style['waiting']} role="listbox" tabIndex={0} aria-label={t('agenda.tray')} aria-activedescendant={`tray-${item.id}`} onKeyDown={onKeyDown}>
        {items.map((one, position) => (
          // The keyboard walks by the arrows on the list itself.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div key={one.id} id={`tray-${one.id}`} role="option" tabIndex={-1} aria-selected={position === index} onClick={() => setAt(position)}>
            {one.fileName}
            <small>{[one.filePage === null ? '' : t('signing.pageN', { page: one.filePage }), one.note ?? ''].filter(Boolean).join(' · ')}</small>
          </div>
        ))}
      </div>
      <TrayPage key={item.id} item={item} />
      <PlaceForm item={item} seen={props.seen} sessions={props.sessions} />
    </div>
  )
}

/** The page, large, to be turned and looked at. */
function TrayPage(props: { readonly item: Evidence }) {
  const t = useText()
  const { item } = props
  const picture = usePicture(item.id)
  const [turns, setTurns] = useState(0)
  const [isWide, setWide] = useState(true)
  const remove = useCommand('evidence.remove', { said: t('signing.removed') })
  return (
    <div className={style['page']}>
      <div className={style['pageHead']}>
        <strong>{item.fileName}</strong>
        {item.filePage !== null && <span>{t('signing.pageN', { page: item.filePage })}</span>}
        <Button size="compact-sm" aria-pressed={isWide} leftSection={isWide ? <IconZoomOut size={15} aria-hidden /> : <IconZoomIn size={15} aria-hidden />} onClick={() => setWide(!isWide)}>
          {t(isWide ? 'signing.whole' : 'signing.wide')}
        </Button>
        <Button size="compact-sm" leftSection={<IconRotateClockwise size={15} aria-hidden />} onClick={() => setTurns((turns + 1) % 4)}>
          {t('signing.turn')}
        </Button>
        <Button size="compact-sm" variant="subtle" leftSection={<IconTrash size={15} aria-hidden />} loading={remove.running} onClick={() => void remove.run({ id: item.id })}>
          {t('signing.noSheet')}
        </Button>
      </div>
      {item.note !== null && <p className={style['soft']}>{item.note}</p>}
      <Failure error={picture.error ?? remove.error} onClose={remove.forget} />
      <div className={style['picture']}>
        <FilePicture file={picture.file} label={item.fileName} turns={turns} wide={isWide} />
      </div>
    </div>
  )
}
