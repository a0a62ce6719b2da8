/** The order of two keys or ids, by their characters' codes, as both engines order them. Names go through `textSortKey` first. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
