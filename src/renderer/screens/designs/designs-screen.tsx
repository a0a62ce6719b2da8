import { useState } from 'react'
import { Button, Menu } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconCopy, IconDots, IconDownload, IconPencil, IconPlus, IconTrash, IconUpload } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { useTakenFiles } from '../../ui/use-taken-files.ts'
import { pickFiles } from '../../ui/pick-files.ts'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'
import { DesignPicture } from './design-picture.tsx'
import { NewDesignPanel } from './new-design-panel.tsx'
import type { Start } from './new-design-panel.tsx'
import style from './designs.module.css'

type Seen = Gives<'designs.list'>

/** The models of the app and the office's own designs. */
export function DesignsScreen() {
  const t = useText()
  const list = useQuery('designs.list', {})
  const [start, setStart] = useState<Start>()
  const [file, setFile] = useState<FileRef>()
  const load = useLoad()
  const exporting = useJob('designs.export', { label: t('paperDesigns.exporting'), quiet: true })
  const save = async (id: string): Promise<void> => {
    setFile(undefined)
    setFile(await exporting.run({ id }))
  }
  return (
    <Screen
      title={t('trust.tabDesigns')}
      about={t('paperDesigns.about')}
      tabs={<CertificateTabs at="disenos" />}
      actions={
        <>
          <Button loading={load.running} leftSection={<IconUpload size={16} aria-hidden />} onClick={() => void load.choose()}>
            {t('paperDesigns.load')}
          </Button>
          <Button variant="filled" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setStart({ from: null, name: '' })}>
            {t('paperDesigns.new')}
          </Button>
        </>
      }
      panel={start === undefined ? undefined : <NewDesignPanel key={start.from ?? ''} start={start} models={list.data?.models ?? []} onClose={() => setStart(undefined)} />}
    >
      <Failure error={list.error} onRetry={list.reload} />
      <Failure error={load.error} onClose={load.forget} />
      <Failure error={exporting.error} onClose={exporting.forget} />
      {file !== undefined && <FileDone file={file} />}
      {list.data !== undefined && (
        <>
          <OwnDesigns designs={list.data.designs} onCopy={(design) => setStart({ from: design.id, name: t('paperDesigns.copyName', { name: design.name }) })} onSave={(id) => void save(id)} />
          <section className={style['part']}>
            <h2>{t('paperDesigns.models')}</h2>
            <p className={style['soft']}>{t('paperDesigns.modelsWhy')}</p>
            <ul className={style['grid']}>
              {list.data.models.map((model) => (
                <li key={model.model} className={style['card']}>
                  <DesignPicture design={model.model} paperKind={model.paperKind} role={model.role} />
                  <div className={style['words']}>
                    <b>{model.name}</b>
                    <span>{model.about}</span>
                  </div>
                  <Button size="compact-md" leftSection={<IconCopy size={15} aria-hidden />} onClick={() => setStart({ from: model.model, name: model.name })}>
                    {t('paperDesigns.useModel')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Screen>
  )
}

function OwnDesigns(props: { readonly designs: Seen['designs']; readonly onCopy: (design: Seen['designs'][number]) => void; readonly onSave: (id: string) => void }) {
  const t = useText()
  const remove = useCommand('designs.remove', { said: t('paperDesigns.removed') })
  if (props.designs.length === 0) return null
  return (
    <section className={style['part']}>
      <h2>{t('paperDesigns.own')}</h2>
      <Failure error={remove.error} onClose={remove.forget} />
      <ul className={style['grid']}>
        {props.designs.map((design) => (
          <li key={design.id} className={style['card']}>
            <DesignPicture design={design.id} paperKind={design.paperKind} role={design.role} />
            <div className={style['words']}>
              <b>{design.name}</b>
              <span>{t('paperDesigns.versionLine', { version: design.version, used: design.used })}</span>
              {design.hasDraft && <span className={style['draft']}>{t('paperDesigns.hasDraft')}</span>}
            </div>
            <div className={style['acts']}>
              <Button size="compact-md" leftSection={<IconPencil size={15} aria-hidden />} onClick={() => go('certificates', ['disenos', design.id])}>
                {t('paperDesigns.open')}
              </Button>
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <Button size="compact-md" variant="subtle" aria-label={t('paperDesigns.more', { name: design.name })}>
                    <IconDots size={16} aria-hidden />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => props.onCopy(design)}>
                    {t('paperDesigns.copy')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => props.onSave(design.id)}>
                    {t('paperDesigns.save')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove.run({ id: design.id })}>
                    {t('paperDesigns.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A design's file from another office: chosen, taken in, opened. */
function useLoad() {
  const t = useText()
  const load = useJob('designs.load', { label: t('paperDesigns.loading'), quiet: true })
  const taken = useTakenFiles({
    accept: '.json',
    onFiles: (files) => {
      const [file] = files
      if (file !== undefined) void load.run({ file }).then((made) => made !== undefined && go('certificates', ['disenos', made.id]))
    },
  })
  return {
    choose: async () => taken.take([...(await pickFiles('.json'))]),
    running: load.running || taken.sending !== undefined,
    error: load.error ?? taken.error,
    forget: () => (load.forget(), taken.forget()),
  }
}
