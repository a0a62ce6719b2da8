import { useEffect, useMemo, useRef, useState } from 'react'
import type { DesignDocument, DesignElement } from '../../../../shared/contract/designs.ts'
import type { AppError } from '../../../../shared/rpc/errors.ts'
import { failureOf, useApi, useQuery } from '../../../api.ts'
import type { Gives, Takes } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { withKept } from './page-drawing.tsx'
import type { Images } from './page-drawing.tsx'

export type Sample = Takes<'designs.look'>['sample']
export type Look = Gives<'designs.look'>
export type Warning = Look['warnings'][number]

/** For whom and with what words the pages are shown. */
export interface Shown {
  readonly sample: Sample
  readonly paperKind: Takes<'designs.look'>['paperKind']
  readonly role: Takes<'designs.look'>['role']
}

/** Milliseconds that a change rests before its page is laid out: at most so often while something is pulled. */
const RESTING_MS = 40

interface Seen {
  readonly look?: Look
  /** The design that `look` shows. */
  readonly document?: DesignDocument
  /** The design that was asked about last. */
  readonly asked?: DesignDocument
  readonly error?: AppError
  readonly key?: string
}

/**
 * The pages laid out by the code that prints them. One question is under way at a time, and then the latest that is wanted;
 * the pages before stay meanwhile, with the design that they show.
 */
export function useLook(document: DesignDocument, shown: Shown): { readonly look: Look | undefined; readonly of: DesignDocument | undefined; readonly busy: boolean; readonly error: AppError | undefined } {
  const api = useApi()
  const t = useText()
  const [seen, setSeen] = useState<Seen>({})
  const [turn, setTurn] = useState(0)
  const [inFlight, setInFlight] = useState(false)
  const key = JSON.stringify([shown, turn])
  const latest = useRef({ document, shown, t })
  latest.current = { document, shown, t }
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => void (mounted.current = false)
  }, [])
  useEffect(() => api.watch('designs.look', () => setTurn((n) => n + 1)), [api])

  const settled = seen.key === key && seen.asked === document
  useEffect(() => {
    if (inFlight || settled) return undefined
    const timer = setTimeout(() => {
      const asked = latest.current.document
      setInFlight(true)
      void api.client.designs
        .look({ document: everyPage(asked), ...latest.current.shown })
        .then(
          (look): Seen => ({ look, document: asked, asked, key }),
          (thrown: unknown): Seen => ({ error: failureOf(thrown, latest.current.t), asked, key }),
        )
        .then((next) => {
          if (!mounted.current) return
          setSeen((old) => joined(old, next))
          setInFlight(false)
        })
    }, RESTING_MS)
    return () => clearTimeout(timer)
  }, [api, key, document, inFlight, settled])
  return { look: seen.look, of: seen.document, busy: !settled, error: settled ? seen.error : undefined }
}

/** The new look, with what is the same as before; a failed one leaves the old. */
function joined(old: Seen, next: Seen): Seen {
  if (old.look === undefined) return next
  if (next.look === undefined) return { ...old, ...next }
  return { ...next, look: { ...next.look, pages: withKept(old.look.pages, next.look.pages) } }
}

/** Images that the pages show, as addresses. What was fetched once stays while others come. */
export function useImages(look: Look | undefined): Images {
  const hashes = useMemo(() => [...new Set(look?.pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'image' ? [item.hash] : []))))].toSorted(), [look])
  const images = useQuery('assets.byHash', { hashes: hashes.slice(0, 100) }, { enabled: hashes.length > 0, keepOld: true })
  return useMemo(() => new Map(images.data?.map((one) => [one.hash, one.dataUrl])), [images.data])
}

/** Every element of a page by its id. */
export function byId(elements: readonly DesignElement[] | undefined): ReadonlyMap<string, DesignElement> {
  return new Map(elements?.map((one) => [one.id, one]))
}

/** Who draws a page wants to see it, also with words of which it would not be printed. */
function everyPage(document: DesignDocument): DesignDocument {
  return { ...document, pages: document.pages.map((page) => ({ ...page, when: 'always' })) }
}
