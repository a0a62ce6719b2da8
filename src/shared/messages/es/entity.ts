/** The office's own data, who signs, images. */
export const entity = {
  'entity.badRuc': (p: { ruc: string }) => `El RUC ${p.ruc} no es válido: revise sus 11 dígitos.`,
  'entity.signatoryMissing': 'Ese firmante ya no existe.',
  'entity.mandateEndsBeforeStart': 'El encargo termina antes de empezar: revise las fechas.',
  'assets.missing': 'Esa imagen ya no existe.',
  'assets.notAnImage': (p: { name: string }) => `«${p.name}» no es una imagen PNG o JPG. Guárdela en uno de esos formatos e intente de nuevo: nada cambió.`,
  'assets.tooLarge': (p: { name: string }) => `La imagen «${p.name}» es demasiado grande (caben 8 MB y 40 millones de puntos). Redúzcala e intente de nuevo: nada cambió.`,
} as const
