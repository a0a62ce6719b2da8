import type { Catalogue } from '../messages.ts'

/** Files kept with a record. */
export const attachments = {
  'attachments.missing': 'That file is no longer among the attachments.',
  'attachments.noOwner': 'The record it belongs to is gone. The file was not kept; the original is where you have it.',
  'attachments.title': 'Files',
  'attachments.keeping': 'Keeping the file',
  'attachments.kept': 'The file is kept here',
  'attachments.removed': 'The file was taken out',
  'attachments.drop': 'Drop files here, or choose them',
  'attachments.choose': 'Add a file',
  'attachments.open': (p: { title: string }) => `Open “${p.title}”`,
  'attachments.edit': (p: { title: string }) => `Change what is said of “${p.title}”`,
  'attachments.remove': (p: { title: string }) => `Take “${p.title}” out`,
  'attachments.what': 'What it is',
  'attachments.datedOn': 'Date of the document',
  'attachments.note': 'Note',
  'attachments.doneEditing': 'Done',
} as const satisfies Catalogue
