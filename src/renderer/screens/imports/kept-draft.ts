import type { Draft } from './draft.ts'

/** An import left half-way in this window, to be taken up again. It goes with the window: nothing of it is written anywhere else. */
export interface KeptDraft {
  readonly draft: Draft
  readonly step: number
}

const NAME = 'constancia.import'

export function keepDraft(kept: KeptDraft | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(NAME)
    else sessionStorage.setItem(NAME, JSON.stringify(kept))
  } catch {
    // Too many decisions for the window's store, or none at all: the import itself goes on.
  }
}

export function keptDraft(): KeptDraft | null {
  try {
    const text = sessionStorage.getItem(NAME)
    return text === null ? null : (JSON.parse(text) as KeptDraft)
  } catch {
    return null
  }
}
