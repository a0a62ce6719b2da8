import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useUndo } from '../api.ts'
import { useText } from '../language.tsx'
import style from './act-receipt.module.css'
import { Figures } from './figures.tsx'
import type { Figure } from './figures.tsx'
import { IconArrowBackUp, IconCircleCheck } from './icons.ts'
import { Note } from './note.tsx'

/** What one act wrote, in figures, and the way to take all of it back. `actions`: what one does next. */
export function ActReceipt(props: { readonly title: string; readonly figures: readonly Figure[]; readonly act: string; readonly actions?: ReactNode; readonly children?: ReactNode }) {
  const t = useText()
  const undo = useUndo()
  const [state, setState] = useState<'written' | 'undoing' | 'undone'>('written')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const onUndo = async (): Promise<void> => {
    setState('undoing')
    setState((await undo(props.act)) ? 'undone' : 'written')
  }
  return (
    <section className={style['receipt']}>
      <h2 ref={heading} tabIndex={-1} data-undone={state === 'undone'}>
        <IconCircleCheck size={26} stroke={1.5} aria-hidden />
        {props.title}
      </h2>
      {state === 'undone' ? <Note tone="done" title={t('frame.undone')}>{t('frame.actUndone')}</Note> : <Figures label={props.title} figures={props.figures} />}
      {state !== 'undone' && props.children}
      <div className={style['acts']}>
        {props.actions}
        {state !== 'undone' && (
          <Button leftSection={<IconArrowBackUp size={16} aria-hidden />} loading={state === 'undoing'} onClick={() => void onUndo()}>
            {t('frame.undoAct')}
          </Button>
        )}
      </div>
    </section>
  )
}
