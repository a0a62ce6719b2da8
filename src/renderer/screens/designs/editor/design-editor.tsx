import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button, Menu } from '@mantine/core'
import type { FileRef } from '../../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../../api.ts'
import type { Gives } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { href } from '../../../router.ts'
import { Failure } from '../../../ui/failure.tsx'
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconDots, IconDownload, IconEraser, IconFileTypePdf, IconHistory, IconKeyboard, IconPencil } from '../../../ui/icons.ts'
import { Note } from '../../../ui/note.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { AddBar } from './add-bar.tsx'
import { Canvas } from './canvas.tsx'
import { addElements, changeElement, changePage } from './changes.ts'
import type { Desk } from './desk.ts'
import { pageOf } from './editing.ts'
import { useEditorKeys } from './editor-keys.ts'
import { Inspector } from './inspector.tsx'
import { LayersPanel } from './layers-panel.tsx'
import { SignButton } from './many-part.tsx'
import type { Addition } from './new-elements.ts'
import { newElement } from './new-elements.ts'
import { laidPages } from './page-drawing.tsx'
import type { LaidPage } from './page-drawing.tsx'
import { PagesPanel } from './pages-panel.tsx'
import { SamplePicker } from './sample-picker.tsx'
import { FileModal, KeysModal, VersionsPanel, WarningsButton, ZoomBar } from './top-parts.tsx'
import type { Added } from './use-add-image.ts'
import { useAddImage } from './use-add-image.ts'
import type { Design } from './use-design.ts'
import { useDesign, useUnkept } from './use-design.ts'
import { useImages, useLook } from './use-look.ts'
import type { Sample } from './use-look.ts'
import { useZoom } from './use-zoom.ts'
import style from './editor.module.css'

/** One design, made by hand. `id` is of an own design: a model is copied first. */
export function DesignEditor(props: { readonly id: string }) {
  const t = useText()
  const kept = useQuery('designs.get', { id: props.id })
  if (kept.data !== undefined) return <Work id={props.id} kept={kept.data} />
  return (
    <Screen title={t('designEditor.design')} crumbs={[{ word: t('trust.tabDesigns'), href: href('certificates', ['disenos']) }]}>
      <Failure error={kept.error} onRetry={kept.reload} />
    </Screen>
  )
}

function Work(props: { readonly id: string; readonly kept: Gives<'designs.get'> }) {
  const t = useText()
  const design = useDesign(props.id, props.kept)
  useUnkept(design.draft)
  const [sample, setSample] = useState<Sample>({ kind: 'usual' })
  const [showsVersions, setShowsVersions] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const desk = useDesk(design, sample)
  const { editing, act, readOnly } = desk
  const scroller = useRef<HTMLDivElement>(null)
  const zoom = useZoom(scroller, pageOf(editing))
  const focusPage = useFocusPage(editing.selected, scroller)
  const images = useImagesOf(desk, focusPage)
  const files = useFiles(design, sample)
  const add = (what: Addition): void => {
    act({ kind: 'change', change: (now) => addElements([newElement(now.document, pageOf(now), what)])(now) })
    focusPage()
  }
  useEditorKeys({ editing, act, readOnly, zoom, save: () => void design.save(), onFiles: images.onFiles, focusPage })
  const leaveVersions = (): void => {
    setShowsVersions(false)
    void design.view(undefined)
  }
  return (
    <Screen
      fill
      title={design.name}
      about={<State design={design} />}
      crumbs={[{ word: t('trust.tabDesigns'), href: href('certificates', ['disenos']) }, { word: design.name }]}
      actions={
        <>
          <SamplePicker value={sample} onChange={setSample} />
          <WarningsButton
            warnings={desk.look?.warnings ?? []}
            document={editing.document}
            onChoose={({ element, page }) => {
              const at = editing.document.pages.findIndex((each) => each.elements.some((one) => one.id === element))
              act({ kind: 'page', page: at === -1 ? page : at })
              if (element !== null) act({ kind: 'select', ids: [element] })
              focusPage()
            }}
          />
          <Button variant="default" leftSection={<IconFileTypePdf size={16} aria-hidden />} loading={files.isDrawing} onClick={() => void files.draw()}>
            {t('designEditor.proof')}
          </Button>
          <MoreMenu design={design} onVersions={() => setShowsVersions(true)} onKeys={() => setShowsKeys(true)} onExport={() => void files.export()} onRename={() => (act({ kind: 'select', ids: [] }), focusName())} />
          <Button variant="filled" leftSection={<IconDeviceFloppy size={16} aria-hidden />} disabled={readOnly} loading={design.saving} aria-keyshortcuts="Control+S" onClick={() => void design.save()}>
            {t('designEditor.save')}
          </Button>
        </>
      }
      tools={
        <div className={style['bar']}>
          <AddBar disabled={readOnly} onAdd={add} onImage={() => void images.add()} />
          <div className={style['signs']}>
            <SignButton word={t('designEditor.undo')} keys="Ctrl+Z" disabled={readOnly || editing.past.length === 0} onClick={() => act({ kind: 'undo' })}><IconArrowBackUp size={18} aria-hidden /></SignButton>
            <SignButton word={t('designEditor.redo')} keys="Ctrl+Y" disabled={readOnly || editing.future.length === 0} onClick={() => act({ kind: 'redo' })}><IconArrowForwardUp size={18} aria-hidden /></SignButton>
          </div>
          <ZoomBar zoom={zoom} />
        </div>
      }
    >
      <Failure error={design.error ?? images.error ?? files.error} onClose={() => (design.forget(), images.forget(), files.forget())} />
      {design.viewed !== undefined && (
        <Note tone="info" title={t('designEditor.versionN', { version: design.viewed.version })} actions={<><Button size="compact-md" onClick={() => (design.takeViewed(), setShowsVersions(false))}>{t('designEditor.takeVersion')}</Button><Button size="compact-md" variant="subtle" onClick={leaveVersions}>{t('designEditor.leaveVersion')}</Button></>}>
          {t('designEditor.readOnly')}
        </Note>
      )}
      <div className={style['desk']}>
        <div className={style['left']}>
          <PagesPanel desk={desk} />
          <LayersPanel desk={desk} onOpen={focusFirstField} />
        </div>
        <Canvas desk={desk} zoom={zoom} scroller={scroller} onOpen={focusFirstField} onFiles={images.onFiles}>
          {desk.lookError !== undefined && <div className={style['lookError']}><Failure error={desk.lookError} /></div>}
        </Canvas>
        {showsVersions ? <VersionsPanel design={design} onClose={leaveVersions} /> : <Inspector key={String(readOnly)} desk={desk} design={design} onBack={focusPage} onReplaceImage={(id) => void images.replace(id)} onBackground={() => void images.background()} />}
      </div>
      <FileModal file={files.file} title={files.title} onClose={files.close} />
      <KeysModal open={showsKeys} onClose={() => setShowsKeys(false)} />
    </Screen>
  )
}

/** The parts' common ground: what is worked on, and how it looks. */
function useDesk(design: Design, sample: Sample): Desk & { readonly lookError: ReturnType<typeof useLook>['error'] } {
  const editing = design.viewed?.editing ?? design.editing
  const { look, of, busy, error } = useLook(editing.document, { sample, paperKind: design.paperKind, role: design.role })
  const images = useImages(look)
  const pages = useMemo(() => {
    const laid = look === undefined || of === undefined ? [] : laidPages(of, look.pages)
    return new Map(of?.pages.flatMap((page, at) => (laid[at] === undefined ? [] : [[page.id, laid[at]] as [string, LaidPage]])))
  }, [look, of])
  return { editing, act: design.act, look, laid: of, laidPages: pages, busy, images, readOnly: design.viewed !== undefined, lookError: error }
}

/** Whether it is kept, and as what. */
function State(props: { readonly design: Design }) {
  const t = useText()
  const { design } = props
  const version = design.version === 0 ? t('designEditor.noVersion') : t('designEditor.versionN', { version: design.version })
  const state = design.draft.state === 'failed' ? t('designEditor.draftFailed') : design.draft.state === 'waiting' ? t('designEditor.draftWaiting') : t('designEditor.draftKept')
  return (
    <span aria-live="polite">
      {version}
      {design.differs && ` · ${state}`}
    </span>
  )
}

function MoreMenu(props: { readonly design: Design; readonly onVersions: () => void; readonly onKeys: () => void; readonly onExport: () => void; readonly onRename: () => void }) {
  const t = useText()
  const { design } = props
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" px={8} aria-label={t('designEditor.more')} title={t('designEditor.more')}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={props.onRename}>{t('designEditor.rename')}</Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={props.onVersions}>{t('designEditor.versions')}</Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={props.onExport}>{t('designEditor.export')}</Menu.Item>
        <Menu.Item leftSection={<IconEraser size={16} aria-hidden />} disabled={!design.differs || design.version === 0} onClick={() => void design.discard()}>{t('designEditor.discard')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={props.onKeys}>{t('designEditor.keys')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Images put on the page, into an element, or under everything. */
function useImagesOf({ act, readOnly, editing }: Desk, focusPage: () => void) {
  const image = useAddImage()
  const put = (added: Added): void => {
    const what: Addition = { kind: 'image', hash: added.hash, width: added.width, height: added.height, alt: '' }
    act({ kind: 'change', change: (now) => addElements([newElement(now.document, pageOf(now), what)])(now) })
    focusPage()
  }
  const many = async (list: readonly File[]): Promise<void> => {
    for (const file of list) {
      const added = await image.take(file)
      if (added !== undefined) put(added)
    }
  }
  const pageId = pageOf(editing).id
  return {
    error: image.error,
    forget: image.forget,
    onFiles: (list: readonly File[]) => readOnly || void many(list),
    add: async () => {
      const added = await image.pick()
      if (added !== undefined) put(added)
    },
    replace: async (id: string) => {
      const added = await image.pick()
      if (added !== undefined) act({ kind: 'change', change: changeElement(id, (one) => (one.kind === 'image' ? { ...one, hash: added.hash } : one)) })
    },
    background: async () => {
      const added = await image.pick()
      if (added !== undefined) act({ kind: 'change', change: (now) => (pageOf(now).id === pageId ? changePage((page) => ({ ...page, backgroundImage: added.hash }))(now) : { document: now.document }) })
    },
  }
}

/** The proof and the file of the design. */
function useFiles(design: Design, sample: Sample) {
  const t = useText()
  const draw = useJob('designs.draw', { label: t('designEditor.drawing'), quiet: true })
  const save = useJob('designs.export', { label: t('designEditor.exporting'), quiet: true })
  const [made, setMade] = useState<{ readonly file: FileRef; readonly title: string }>()
  const { document } = (design.viewed ?? design).editing
  return {
    file: made?.file,
    title: made?.title ?? '',
    isDrawing: draw.running,
    error: draw.error ?? save.error,
    forget: () => (draw.forget(), save.forget()),
    close: () => setMade(undefined),
    draw: async () => {
      const file = await draw.run({ document, sample, paperKind: design.paperKind, role: design.role })
      if (file !== undefined) setMade({ file, title: t('designEditor.proof') })
    },
    export: async () => {
      await design.draft.keep()
      const file = await save.run({ id: design.id })
      if (file !== undefined) setMade({ file, title: t('designEditor.exported') })
    },
  }
}

/** Puts the keyboard on the page once what was chosen is there: on the element chosen last, else on the page itself. */
function useFocusPage(selected: readonly string[], scroller: React.RefObject<HTMLDivElement | null>): () => void {
  const [wanted, setWanted] = useState(0)
  const latest = useRef(selected)
  latest.current = selected
  useEffect(() => {
    if (wanted === 0) return
    const last = latest.current.at(-1)
    const node = last === undefined ? scroller.current?.querySelector<SVGElement>('[role="listbox"]') : document.querySelector<SVGElement>(`#grasp-${last}`)
    node?.focus()
  }, [wanted, scroller])
  return useCallback(() => setWanted((n) => n + 1), [])
}

/** The first thing that one changes about what is chosen. */
function focusFirstField(): void {
  const inspector = document.querySelector('[data-part="inspector"]')
  const field = inspector?.querySelector<HTMLElement>('[data-part-first="true"]') ?? inspector?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)')
  field?.focus()
}

/** Once the menu has given the keyboard back. */
function focusName(): void {
  setTimeout(() => document.querySelector<HTMLInputElement>('[data-part-design="true"] input')?.select(), 60)
}
