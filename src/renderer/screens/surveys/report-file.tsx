import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Menu } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useText } from '../../language.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconChevronDown, IconFileSpreadsheet, IconFileTypePdf, IconX } from '../../ui/icons.ts'
import style from './surveys.module.css'

/** A button that asks in which format: Excel to work on, PDF to hand in. */
export function ReportMenu(props: { readonly word: string; readonly running: boolean; readonly disabled?: boolean; readonly onMake: (format: 'xlsx' | 'pdf') => void }) {
  const t = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={props.running} disabled={props.disabled ?? false} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {props.word}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => props.onMake('pdf')}>
          {t('survey.onPaper')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => props.onMake('xlsx')}>
          {t('survey.inExcel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What to do with the file made last; `show(undefined)` puts it away. */
export function useMadeFile(): { readonly show: (file: FileRef | undefined, title?: string) => void; readonly outcome: ReactNode } {
  const t = useText()
  const [made, setMade] = useState<{ readonly file: FileRef; readonly title: string }>()
  const outcome =
    made === undefined ? null : (
      <div className={style['file']}>
        <FileDone key={made.file.id} file={made.file} title={made.title} />
        <button type="button" aria-label={t('frame.close')} onClick={() => setMade(undefined)}>
          <IconX size={16} aria-hidden />
        </button>
      </div>
    )
  return { show: (file, title = '') => setMade(file === undefined ? undefined : { file, title }), outcome }
}
