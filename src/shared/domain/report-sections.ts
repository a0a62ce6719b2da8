/** Parts that a funder's report can have, in the order of a new one. */
export const sectionKinds = ['cover', 'summary', 'text', 'frame', 'activities', 'people', 'attendance', 'satisfaction', 'initiatives', 'registers', 'commitments', 'budget', 'annexes'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** What the annexes can hold, each numbered: lists behind the figures, records of results, sign-in sheets, photographs and other files, the certificate register. */
export const annexKinds = ['lists', 'actas', 'sheets', 'files', 'certificates', 'surveys'] as const
export type AnnexKind = (typeof annexKinds)[number]

/** Under so many people a category of a sensitive breakdown is not shown in what goes out (PERU.md F.5). */
export const smallestShown = 5
