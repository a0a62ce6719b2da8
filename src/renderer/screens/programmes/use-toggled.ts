import { useCallback, useState } from 'react'
import { recall, remember } from '../../remembered.ts'

const NAME = 'programmes.toggled'

/** Which lines of the tree the person opened or closed against what they are by themselves; remembered on this computer. */
export function useToggled(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(read)
  const toggle = useCallback((id: string) => {
    setToggled((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      remember(NAME, JSON.stringify([...next]))
      return next
    })
  }, [])
  return [toggled, toggle]
}

function read(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(recall(NAME) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [])
  } catch {
    return new Set()
  }
}
