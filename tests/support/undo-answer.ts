import { expect } from 'vitest'
import type { OpenApp } from './open-app.ts'

/** The sentence by which an act is not taken back; 'undone' when it is. Nothing was written. */
export async function undoAnswer(opened: OpenApp, act: string): Promise<string> {
  const before = await opened.tables()
  const answer = await opened.api.history.undo({ act }).then(
    () => 'undone',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  expect(await opened.tables()).toEqual(before)
  expect(opened.bugs).toEqual([])
  return answer
}
