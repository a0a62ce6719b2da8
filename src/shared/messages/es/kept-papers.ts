/** Issued papers as they are kept. */
export const keptPapers = {
  'keptPapers.damaged': (p: { number: string }) =>
    `El archivo guardado de ${p.number} está dañado y no se entrega: no coincide con la huella que se anotó al dibujarlo. Sus datos siguen en el registro; recupere la última copia de seguridad.`,
  'keptPapers.drawing': 'Dibujando y guardando',
} as const
