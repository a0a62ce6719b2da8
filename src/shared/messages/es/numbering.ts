/** Series, reserved blocks, gaps, the libro de registro. */
export const numbering = {
  'numbering.registerText': (p: { book: string; folio: number; entry: number }) => `Libro ${p.book} · Folio ${p.folio} · Registro ${p.entry}`,
  'numbering.noneLeft': (p: { series: string; year: string; owner: string }) =>
    `A este equipo no le quedan números de ${p.year} en la serie «${p.series}»: pida otro bloque a quien lleva la serie, el equipo ${p.owner}. No se emitió nada.`,
  'numbering.tooFewLeft': (p: { series: string; year: string; owner: string; n: number; wanted: number }) =>
    `Se necesitan ${p.wanted} números de ${p.year} en la serie «${p.series}» y a este equipo ${p.n === 1 ? 'le queda uno' : `le quedan ${p.n}`}: pida otro bloque a quien lleva la serie, el equipo ${p.owner}. No se emitió nada.`,
} as const
