/** Sentences of the doors: the window, the browser, the terminal. */
export const host = {
  'host.noElectron':
    'The desktop window (Electron) is not on this computer and could not be downloaded: Constancia opens in your browser, without leaving this computer.',
  'host.opened': (p: { address: string }) => `Constancia is open at ${p.address}\nTo close it, press Ctrl+C in this window.`,
  'host.noBrowser': 'No browser was found: copy the address below into yours.',
  'host.saveCopy': 'Save a copy',
  'host.notOpenable': 'Constancia only opens documents, sheets and pictures. Show it in its folder and open it from there.',
  'host.noProgram': 'This computer has no program for that file. Show it in its folder.',
  'host.noSuchFile': (p: { file: string }) => `The file «${p.file}» cannot be read: it does not exist, is a folder, or needs permission. Nothing was done.`,
  'host.notJson': 'What was written is not JSON: put it between single quotes, like \'{"limit":5}\'. Or use --field value. Nothing was done.',
  'host.notPlain': 'What was sent is too large or is not plain data: nothing was saved.',
  'host.noSuchCall': (p: { name: string }) => `There is no “${p.name}”. Without arguments the calls are listed. Nothing was done.`,
  'host.calls': 'Calls (npm run cli -- CALL [--field value …] or [JSON]):',
  'host.noToken': 'This address is from an earlier start. Open Constancia from its icon or with “npm start”: what was saved is safe.',
} as const
