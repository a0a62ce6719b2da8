import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'

/** What a person does with a file that the app made; the host knows how. */
export const files: Handlers<typeof contract.files> = {
  open: ({ files: all, desk }, { file }) => desk.open(all.path(file)),
  reveal: async ({ files: all, desk }, { file }) => {
    await desk.reveal(all.path(file))
    return {}
  },
  print: ({ files: all, desk }, { file }) => desk.print(all.path(file)),
  saveCopy: ({ files: all, desk }, { file }) => desk.saveCopy(all.path(file), file.name),
}
