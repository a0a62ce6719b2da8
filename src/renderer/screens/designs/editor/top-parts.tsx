import { useState } from 'react'
import { Button, Modal, Popover } from '@mantine/core'
import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { FileRef } from '../../../../shared/rpc/wire.ts'
import { useText } from '../../../language.tsx'
import { dateText } from '../../../ui/fields/date-text.ts'
import { useEscape } from '../../../ui/escape.ts'
import { FileDone } from '../../../ui/file-done.tsx'
import { FilePicture } from '../../../ui/file-picture.tsx'
import { IconAlertTriangle, IconCircleCheck, IconMaximize, IconZoomIn, IconZoomOut } from '../../../ui/icons.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { Panel, Section } from '../../../ui/panel.tsx'
import { SignButton } from './many-part.tsx'
import { nameOf, pageName } from './names.ts'
import type { Design } from './use-design.ts'
import type { Warning } from './use-look.ts'
import type { Zoom } from './use-zoom.ts'
import style from './editor.module.css'

/** What is wrong with the design; each leads to its element. */
export function WarningsButton(props: { readonly warnings: readonly Warning[]; readonly document: DesignDocument; readonly onChoose: (warning: Warning) => void }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  useEscape(isOpen, () => setOpen(false))
  const { warnings } = props
  if (warnings.length === 0) {
    return (
      <span className={style['fine']}>
        <IconCircleCheck size={17} aria-hidden />
        {t('designEditor.noWarnings')}
      </span>
    )
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withinPortal trapFocus width={380} closeOnEscape={false}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAlertTriangle size={16} aria-hidden className={style['warned']} />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('designEditor.warnings', { n: warnings.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={style['warnings'] ?? ''}>
        <ul aria-label={t('designEditor.warningsList')}>
          {warnings.map((one, at) => {
            const page = props.document.pages.find((each) => each.elements.some((element) => element.id === one.element)) ?? props.document.pages[one.page]
            const element = page?.elements.find((each) => each.id === one.element)
            return (
              <li key={at}>
                <button type="button" onClick={() => (setOpen(false), props.onChoose(one))}>
                  <small>{[page === undefined ? '' : pageName(t, props.document, page), element === undefined ? '' : nameOf(t, element)].filter((word) => word !== '').join(' · ')}</small>
                  {one.sentence}
                </button>
              </li>
            )
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

export function ZoomBar(props: { readonly zoom: Zoom }) {
  const t = useText()
  const { zoom } = props
  return (
    <div className={style['zoom']} role="group" aria-label={t('designEditor.zoom')}>
      <SignButton word={t('designEditor.zoomOut')} keys="Ctrl −" onClick={() => zoom.by(-1)}><IconZoomOut size={18} aria-hidden /></SignButton>
      <button type="button" className="tabular" title={t('designEditor.realSize')} aria-label={t('designEditor.zoomAt', { share: Math.round(zoom.share * 100) })} onClick={zoom.real}>
        {Math.round(zoom.share * 100)} %
      </button>
      <SignButton word={t('designEditor.zoomIn')} keys="Ctrl +" onClick={() => zoom.by(1)}><IconZoomIn size={18} aria-hidden /></SignButton>
      <SignButton word={t('designEditor.fitPage')} keys="Ctrl 0" pressed={zoom.isFit} onClick={zoom.fit}><IconMaximize size={18} aria-hidden /></SignButton>
    </div>
  )
}

/** A file that was made: seen where it is a PDF, and then what is done with it. */
export function FileModal(props: { readonly file: FileRef | undefined; readonly title: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Modal opened={props.file !== undefined} onClose={props.onClose} title={props.title} size={props.file?.type === 'pdf' ? 980 : 'lg'} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      {props.file !== undefined && (
        <div className={style['proof']}>
          {props.file.type === 'pdf' && (
            <div className={style['proofPage']}>
              <FilePicture file={props.file} label={props.title} />
            </div>
          )}
          <FileDone file={props.file} />
        </div>
      )}
    </Modal>
  )
}

/** Every version that was saved; one is looked at, and taken up again. */
export function VersionsPanel(props: { readonly design: Design; readonly onClose: () => void }) {
  const t = useText()
  const { design } = props
  const { viewed } = design
  return (
    <Panel title={t('designEditor.versions')} width={288} onClose={props.onClose}>
      <Section>
        <ol className={style['versions']}>
          <li>
            <button type="button" aria-current={viewed === undefined ? 'true' : undefined} onClick={() => void design.view(undefined)}>
              <b>{t('designEditor.now')}</b>
              <small>{design.differs ? t('designEditor.withChanges') : t('designEditor.sameAs', { version: design.version })}</small>
            </button>
          </li>
          {design.versions.toSorted((a, b) => b.version - a.version).map((one) => (
            <li key={one.version}>
              <button type="button" aria-current={viewed?.version === one.version ? 'true' : undefined} onClick={() => void design.view(one.version)}>
                <b>{t('designEditor.versionN', { version: one.version })}</b>
                <small>{t('designEditor.savedBy', { when: whenText(one.savedAt), who: one.savedBy })}</small>
                <small>{t('designEditor.usedIn', { n: one.used })}</small>
              </button>
            </li>
          ))}
        </ol>
        {design.versions.length === 0 && <p className={style['hint']}>{t('designEditor.noVersions')}</p>}
      </Section>
    </Panel>
  )
}

function whenText(moment: string): string {
  const at = new Date(moment)
  const day = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
  return `${dateText(day)} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

const KEYS = [
  ['Tab', 'designEditor.keyTab'],
  ['↑ ↓ ← →', 'designEditor.keyArrows'],
  ['Shift + ↑ ↓ ← →', 'designEditor.keyShift'],
  ['Alt + ↑ ↓ ← →', 'designEditor.keyAlt'],
  ['Enter', 'designEditor.keyEnter'],
  ['F6', 'designEditor.keyParts'],
  ['Ctrl+D', 'designEditor.duplicate'],
  ['Ctrl+C', 'designEditor.keyCopy'],
  ['Ctrl+V', 'designEditor.keyPaste'],
  ['Ctrl+A', 'designEditor.keyAll'],
  ['Ctrl+Z', 'designEditor.undo'],
  ['Ctrl+Y', 'designEditor.redo'],
  ['Ctrl+S', 'designEditor.keySave'],
  ['Ctrl+0', 'designEditor.fitPage'],
] as const

export function KeysModal(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Modal opened={props.open} onClose={props.onClose} title={t('designEditor.keys')} size="md" closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <dl className={style['keys']}>
        {KEYS.map(([keys, key]) => (
          <div key={keys}>
            <dt>
              <KeyHint keys={keys} />
              <span className="unseen">{keys}</span>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
      <p className={style['hint']}>{t('designEditor.pointerHint')}</p>
    </Modal>
  )
}
