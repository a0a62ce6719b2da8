import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/rpc/errors.ts'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { failureOf, useSendFile } from '../api.ts'
import { useText } from '../language.tsx'
import { isAccepted } from './pick-files.ts'

export interface TakenFiles {
  readonly take: (files: readonly File[]) => Promise<void>
  /** How many of how many were handed over; undefined while nothing is. */
  readonly sending: { readonly done: number; readonly total: number } | undefined
  readonly error: AppError | undefined
  /** The first file of a kind that is not taken here: then none was. */
  readonly refused: string | undefined
  readonly forget: () => void
}

/** Hands the person's files to the core, one after the other. `accept`: ".xlsx,.csv"; without it every kind is taken. */
export function useTakenFiles(how: { readonly accept?: string | undefined; readonly many?: boolean | undefined; readonly onFiles: (files: readonly FileRef[]) => void }): TakenFiles {
  const t = useText()
  const send = useSendFile()
  const [state, setState] = useState<Pick<TakenFiles, 'sending' | 'error' | 'refused'>>({ sending: undefined, error: undefined, refused: undefined })
  const latest = useRef(how)
  latest.current = how
  const take = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const { accept, many } = latest.current
      const refused = accept === undefined ? undefined : files.find((file) => !isAccepted(file.name, accept))?.name
      setState({ sending: undefined, error: undefined, refused })
      if (refused !== undefined || files.length === 0) return
      const wanted = many === true ? files : files.slice(0, 1)
      const taken: FileRef[] = []
      try {
        for (const file of wanted) {
          setState({ sending: { done: taken.length, total: wanted.length }, error: undefined, refused: undefined })
          taken.push(await send(file))
        }
        latest.current.onFiles(taken)
        setState({ sending: undefined, error: undefined, refused: undefined })
      } catch (thrown) {
        setState({ sending: undefined, error: failureOf(thrown, t), refused: undefined })
      }
    },
    [send, t],
  )
  const forget = useCallback(() => setState((old) => ({ ...old, error: undefined, refused: undefined })), [])
  return { take, forget, ...state }
}

/** Files dropped anywhere in the window, but where a place of its own takes them. Tells whether some are held over it. */
export function useDropAnywhere(onDrop: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      // Where another place takes the file, its own sign says so.
      setOver(!event.defaultPrevented)
      event.preventDefault()
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDropped = (event: DragEvent): void => {
      setOver(false)
      if (event.defaultPrevented || !holdsFiles(event)) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDropped)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDropped)
    }
  }, [])
  return over
}
