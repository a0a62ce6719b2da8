import { useCallback } from 'react'
import { useUndo } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { CellSheet } from './cell-sheet.ts'

/** Ctrl+Z and Ctrl+Y of a grid, said aloud. Where nothing was written in this sheet, the last act of the window is taken back, as everywhere. */
export function useSheetUndo(sheet: CellSheet, say: (words: string) => void): { readonly onUndo: () => void; readonly onRedo: () => void } {
  const t = useText()
  const undo = useUndo()
  const onUndo = useCallback(() => {
    const cells = sheet.undo()
    if (cells === undefined) void undo()
    else say(t('grid.takenBack', { n: cells }))
  }, [sheet, say, t, undo])
  const onRedo = useCallback(() => say(t('grid.doneAgain', { n: sheet.redo() })), [sheet, say, t])
  return { onUndo, onRedo }
}
