import { isAccepted, pickFiles } from '../../ui/pick-files.ts'

/** What the core can look for seals in. */
export const PAPERS = '.pdf,.png,.jpg,.jpeg'

export interface Chosen {
  readonly files: readonly File[]
  /** How many were of another kind. */
  readonly others: number
}

/** Of these, those that can be looked at, in the order of their names. */
function papersAmong(files: readonly File[]): Chosen {
  const papers = files.filter((file) => isAccepted(file.name, PAPERS))
  return { files: papers.toSorted((one, other) => one.name.localeCompare(other.name, 'es', { numeric: true })), others: files.length - papers.length }
}

export async function choosePapers(): Promise<Chosen> {
  return papersAmong(await pickFiles(PAPERS, true))
}

/** A folder and those inside it, by the system's own dialog; nothing when the person cancels. */
export function chooseFolder(): Promise<Chosen> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.webkitdirectory = true
    input.addEventListener('change', () => resolve(papersAmong([...(input.files ?? [])])))
    input.addEventListener('cancel', () => resolve({ files: [], others: 0 }))
    input.click()
  })
}

/** What was dropped, folders opened. Must be called while the drop is handled: afterwards the browser has forgotten it. */
export async function droppedPapers(dropped: DataTransfer): Promise<Chosen> {
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return papersAmong([...dropped.files])
  return papersAmong((await Promise.all(entries.map(filesBelow))).flat())
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  // A reader gives some at a time, and none once it gave all.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return files
    files.push(...(await Promise.all(some.map(filesBelow))).flat())
  }
}
