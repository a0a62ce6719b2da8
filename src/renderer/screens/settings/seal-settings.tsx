/** The office's seal: preparing it, its keys, the annulment list, other offices. */
export function SealSettings() {
  return null
}
