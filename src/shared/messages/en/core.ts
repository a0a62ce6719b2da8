export const core = {
  'core.invalid': 'Check the marked fields: nothing was saved.',
  'core.unknownCall': (p: { name: string }) => `This version of Constancia cannot do “${p.name}”.`,
  'core.cancelled': 'Cancelled as you asked.',
  'core.bug': (p: { ref: string }) =>
    `Something failed that we did not expect. What was saved so far is safe. If you call support, read out this code: ${p.ref}.`,
  'core.diskFull': 'It could not be saved because the disk is full. Nothing saved before was lost: free some space and try again.',
  'core.fileBusy': (p: { name: string }) =>
    `“${p.name}” could not be written because another program has it open (Excel?). Close it and try again: nothing was lost.`,
  'core.noPermission': (p: { name: string }) => `There is no permission to write to “${p.name}”. Choose another folder: nothing was lost.`,
  'core.databaseBusy': 'The database is busy right now. Wait a few seconds and try again: nothing was lost.',
  'core.databaseDamaged': (p: { name: string }) =>
    `The data file${p.name === '' ? '' : ` “${p.name}”`} is damaged. It was neither erased nor changed: keep it and recover the latest verified copy.`,
  'core.databaseNewer': (p: { name: string; found: number; known: number }) =>
    `The data file “${p.name}” was saved by a newer version of Constancia (format ${p.found}; this one reads up to ${p.known}). It was neither opened nor changed: install the newer version.`,
  'core.databaseForeign': (p: { name: string }) => `“${p.name}” is not a Constancia database. It was neither opened nor changed.`,
  'core.databaseHeld': (p: { name: string; by: string }) =>
    `Another Constancia window holds this data (${p.name}, ${p.by}). Use that window or close it: nothing was lost.`,
  'core.databaseOnNetwork': (p: { name: string }) =>
    `The folder “${p.name}” is on a network or synchronised drive, where data gets damaged. Choose a folder on this computer.`,
  'core.migrationCopyFailed': (p: { name: string }) =>
    `A verified copy of “${p.name}” could not be made before updating it, so it was not touched.`,
  'core.fileMissing': (p: { name: string }) => `The file “${p.name}” is gone. Choose it or make it again.`,
  'core.desk.noFolder': 'This computer has nothing that opens folders from Constancia.',
} as const
