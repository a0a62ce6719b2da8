/** Asks for files with the system's own dialog. `accept`: ".xlsx,.csv". Gives none when the person cancels. */
export function pickFiles(accept: string, many = false): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = many
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** Whether a file's name ends as one of ".xlsx,.csv". */
export function isAccepted(name: string, accept: string): boolean {
  return accept.split(',').some((end) => name.toLowerCase().endsWith(end.trim().toLowerCase()))
}
