import type { Dispatch } from 'react'
import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { Act, Editing } from './editing.ts'
import type { Images, LaidPage } from './page-drawing.tsx'
import type { Look } from './use-look.ts'

/** What every part of the screen works on. */
export interface Desk {
  readonly editing: Editing
  readonly act: Dispatch<Act>
  readonly look: Look | undefined
  /** The design that `look` shows: a little behind while one works. */
  readonly laid: DesignDocument | undefined
  /** Its pages by their ids. */
  readonly laidPages: ReadonlyMap<string, LaidPage>
  readonly busy: boolean
  readonly images: Images
  /** An earlier version is looked at. */
  readonly readOnly: boolean
}
