/** Small choices of the person at this computer (column widths, language). Losing them loses nothing. */
const PREFIX = 'constancia.'

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // A browser that keeps nothing still works.
  }
}
