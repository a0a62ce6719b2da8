/** Sentences of the machinery: failures that any call may meet. */
export const core = {
  'core.invalid': 'Revise los datos marcados: no se guardó nada.',
  'core.unknownCall': (p: { name: string }) => `Esta versión de Constancia no sabe hacer «${p.name}».`,
  'core.cancelled': 'Se canceló a pedido suyo.',
  'core.bug': (p: { ref: string }) =>
    `Ocurrió una falla que no esperábamos. Lo guardado hasta aquí está a salvo. Si llama a soporte, lea este código: ${p.ref}.`,
  'core.diskFull': 'No se pudo guardar porque el disco está lleno. Nada de lo guardado antes se perdió: libere espacio e intente de nuevo.',
  'core.fileBusy': (p: { name: string }) =>
    `No se pudo escribir «${p.name}» porque otro programa lo tiene abierto (¿Excel?). Ciérrelo e intente de nuevo: nada se perdió.`,
  'core.noPermission': (p: { name: string }) => `No hay permiso para escribir en «${p.name}». Elija otra carpeta: nada se perdió.`,
  'core.databaseBusy': 'La base de datos está ocupada en este momento. Espere unos segundos e intente de nuevo: nada se perdió.',
  'core.databaseDamaged': (p: { name: string }) =>
    `El archivo de datos${p.name === '' ? '' : ` «${p.name}»`} está dañado. No se borró ni se cambió: guárdelo y recupere la última copia verificada.`,
  'core.databaseNewer': (p: { name: string; found: number; known: number }) =>
    `El archivo de datos «${p.name}» fue guardado por una versión más nueva de Constancia (formato ${p.found}; esta entiende hasta el ${p.known}). No se abrió ni se cambió: instale la versión nueva.`,
  'core.databaseForeign': (p: { name: string }) =>
    `El archivo «${p.name}» no es una base de datos de Constancia. No se abrió ni se cambió.`,
  'core.databaseHeld': (p: { name: string; by: string }) =>
    `Otra ventana de Constancia tiene abiertos estos datos (${p.name}, ${p.by}). Use esa ventana o ciérrela: nada se perdió.`,
  'core.databaseOnNetwork': (p: { name: string }) =>
    `La carpeta «${p.name}» está en una unidad de red o sincronizada, donde los datos se dañan. Elija una carpeta de este equipo.`,
  'core.migrationCopyFailed': (p: { name: string }) =>
    `No se pudo hacer una copia verificada de «${p.name}» antes de actualizarlo, así que no se tocó.`,
  'core.fileMissing': (p: { name: string }) => `Ya no está el archivo «${p.name}». Vuelva a elegirlo o a generarlo.`,
  'core.desk.noFolder': 'Este equipo no tiene con qué abrir carpetas desde Constancia.',
} as const
