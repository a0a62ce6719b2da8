/** Issuing and the register. What the paper itself says is in paper.ts. */
export const certificates = {
  'certificates.missing': 'Ese documento no está en el registro.',
  'certificates.seriesMissing': 'Esa serie de numeración ya no existe.',
  'certificates.seriesOfAnotherKind': (p: { name: string }) => `La serie «${p.name}» es de otro tipo de documento: elija la que corresponde.`,
  'certificates.alreadyHas': (p: { number: string }) => `Ya lo tiene: ${p.number}`,
  'certificates.withdrawn': 'Se retiró',
  'certificates.noEntity': 'Falta el nombre de la entidad (Ajustes).',
  'certificates.noSiglas': 'Faltan las siglas de la entidad para el número (Ajustes).',
  'certificates.noYearName': (p: { year: string }) => `Falta el nombre oficial del año ${p.year} (Ajustes).`,
  'certificates.noSignatory': 'No se eligió quién firma.',
  'certificates.outOfMandate': (p: { name: string }) => `${p.name} no tiene encargo vigente en la fecha de emisión.`,
  'certificates.noHours': (p: { edition: string }) => `«${p.edition}» no tiene horas: un documento sin horas no sirve para postular al Estado.`,
  'certificates.noDates': (p: { edition: string }) => `«${p.edition}» no tiene fechas.`,
  'certificates.notApproved': (p: { n: number }) =>
    p.n === 1 ? 'Una persona no figura como aprobada: ¿le corresponde constancia?' : `${p.n} personas no figuran como aprobadas: ¿les corresponde constancia?`,
  'certificates.withoutDocument': (p: { n: number }) =>
    p.n === 1 ? 'Una persona no tiene documento de identidad: su papel saldrá sin él.' : `${p.n} personas no tienen documento de identidad: su papel saldrá sin él.`,
  'certificates.numberingBackwards': (p: { year: string; last: number }) => `En ${p.year} ya se dio hasta el número ${p.last}: la numeración no retrocede.`,
  'certificates.badPattern': (p: { pattern: string }) =>
    `El formato «${p.pattern}» no sirve: debe llevar {corr:3} y solo {año}, {siglas_entidad}, {siglas_unidad} o {tipo}.`,
  'certificates.seriesCertificados': 'Certificados',
  'certificates.seriesConstancias': 'Constancias',
  'certificates.entityUnnamed': 'Entidad sin nombre',
  'certificates.noun': (p: { type: string }) =>
    ({
      curso: 'curso',
      taller: 'taller',
      'curso-taller': 'curso taller',
      seminario: 'seminario',
      diplomado: 'diplomado',
      programa: 'programa',
      'programa-especializacion': 'programa de especialización',
      conferencia: 'conferencia',
      congreso: 'congreso',
      simposio: 'simposio',
      foro: 'foro',
      pasantia: 'pasantía',
      charla: 'charla',
      asamblea: 'asamblea informativa',
      escuela: 'escuela de líderes',
      visita: 'visita de intercambio',
      maestria: 'maestría',
      doctorado: 'doctorado',
      capacitacion: 'capacitación interinstitucional',
    })[p.type] ?? 'evento de capacitación',
  'certificates.documentShort': (p: { type: string }) =>
    ({ '01': 'DNI', '04': 'carné de extranjería', '06': 'RUC', '07': 'pasaporte', '09': 'carné de solicitante de refugio', '22': 'carné de identidad del MRE', '23': 'PTP', '24': 'documento de identidad extranjero', '26': 'CPP' })[p.type] ?? '',
  'certificates.qrHours': (p: { n: number }) => `${p.n} horas`,
  'certificates.qrCode': (p: { code: string }) => `Código de verificación ${p.code}`,
  'certificates.previewName': 'Vista previa',
  'certificates.fileName': (p: { n: number; place: string; number: string }) =>
    p.n === 1 ? p.number : ['Certificados', p.place, `${p.n} documentos`].filter((part) => part !== '').join(' - '),
} as const
