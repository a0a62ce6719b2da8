/** Series, reserved blocks, gaps, the register book. */
export const numbering = {
  'numbering.registerText': (p: { book: string; folio: number; entry: number }) => `Book ${p.book} · Folio ${p.folio} · Entry ${p.entry}`,
  'numbering.noneLeft': (p: { series: string; year: string; owner: string }) =>
    `This computer has no numbers of ${p.year} left in the series “${p.series}”: ask for another block from who keeps the series, computer ${p.owner}. Nothing was issued.`,
  'numbering.tooFewLeft': (p: { series: string; year: string; owner: string; n: number; wanted: number }) =>
    `${p.wanted} numbers of ${p.year} are needed in the series “${p.series}” and this computer has ${p.n} left: ask for another block from who keeps the series, computer ${p.owner}. Nothing was issued.`,
} as const
