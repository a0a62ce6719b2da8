import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Menu } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconChevronDown, IconFileSpreadsheet, IconFileTypePdf, IconX } from '../../ui/icons.ts'
import style from './programmes.module.css'

/** The list of participants of a group or an edition as a file: the button that asks for it, and what to do with it once it is there. */
export function useRosterFile(of: { readonly cohortId: string } | { readonly editionId: string }): { readonly button: ReactNode; readonly outcome: ReactNode } {
  const t = useText()
  const job = useJob('reports.participants', { label: t('training.makingRoster') })
  const [file, setFile] = useState<FileRef>()
  const make = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    setFile(undefined)
    setFile(await job.run({ ...of, format }))
  }
  const button = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={job.running} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('training.roster')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => void make('xlsx')}>
          {t('training.rosterSheet')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => void make('pdf')}>
          {t('training.rosterPaper')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  const outcome = (
    <>
      <Failure error={job.error} onClose={job.forget} />
      {file !== undefined && (
        <div className={style['file']}>
          <FileDone key={file.id} file={file} title={t('training.rosterReady')} />
          <button type="button" aria-label={t('frame.close')} onClick={() => setFile(undefined)}>
            <IconX size={16} aria-hidden />
          </button>
        </div>
      )}
    </>
  )
  return { button, outcome }
}
