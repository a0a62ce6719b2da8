/** What is wrong with a file brought from outside. Each says what, where, what to do, and that nothing changed. */
export const intake = {
  'intake.not-a-sheet': (p: { file: string; looksLike: string }) =>
    `«${p.file}» no es una hoja de cálculo: parece ${KINDS[p.looksLike] ?? 'otro tipo de archivo'}. Elija un archivo de Excel (.xlsx) o CSV. ${NOTHING}`,
  'intake.text-as-book': (p: { file: string; extension: string }) =>
    `«${p.file}» se llama ${p.extension} pero por dentro es texto, no un libro de Excel. Cámbiele el nombre para que termine en .csv, o ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)». ${NOTHING}`,
  'intake.page-as-book': (p: { file: string; extension: string }) =>
    `«${p.file}» es una página web o XML guardado con el nombre de una hoja, como exportan algunos sistemas. Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)». ${NOTHING}`,
  'intake.old-xls': (p: { file: string }) =>
    `«${p.file}» es un libro de Excel antiguo (.xls, de 2003 o antes). Ábralo en Excel o LibreOffice y guárdelo como «Libro de Excel (.xlsx)». ${NOTHING}`,
  'intake.binary-xlsb': (p: { file: string }) =>
    `«${p.file}» es un libro binario de Excel (.xlsb). Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)». ${NOTHING}`,
  'intake.ods': (p: { file: string }) =>
    `«${p.file}» es una hoja de LibreOffice (.ods). Ábrala y elija Guardar como → «Excel 2007-365 (.xlsx)». ${NOTHING}`,
  'intake.numbers': (p: { file: string }) =>
    `«${p.file}» es una hoja de Numbers (Mac). Ábrala y elija Exportar a → Excel. ${NOTHING}`,
  'intake.password': (p: { file: string }) =>
    `«${p.file}» está protegido con contraseña. Ábralo en Excel con su clave, quítela en Archivo → Información → Proteger libro, y guárdelo de nuevo. ${NOTHING}`,
  'intake.lock-file': (p: { file: string }) =>
    `«${p.file}» no es la hoja, sino la marca que Excel deja mientras la tiene abierta. Elija el archivo del mismo nombre sin «~$». ${NOTHING}`,
  'intake.empty': (p: { file: string }) => `«${p.file}» está vacío: ninguna de sus hojas tiene datos. ${NOTHING}`,
  'intake.no-rows': (p: { file: string; sheet: string; row: number }) =>
    `«${p.file}» solo tiene una fila escrita (hoja «${p.sheet}», fila ${p.row}): hay encabezado, pero ninguna persona debajo. ${NOTHING}`,
  'intake.bomb': (p: { file: string; part: string }) =>
    `«${p.file}» crece de manera anormal al abrirse (en «${p.part}»), como los archivos hechos para bloquear un equipo. No se abrió. Si es de confianza, ábralo en Excel, copie los datos a un libro nuevo y guárdelo. ${NOTHING}`,
  'intake.unsafe-xml': (p: { file: string; part: string }) =>
    `«${p.file}» lleva instrucciones que un libro de Excel no tiene (en «${p.part}»). No se abrió, por seguridad. Pida a quien lo envió que lo guarde de nuevo desde Excel. ${NOTHING}`,
  'intake.too-big': (p: { file: string; megabytes: number; limit: number }) =>
    `«${p.file}» pesa ${p.megabytes} MB y se aceptan hasta ${p.limit} MB. Quite imágenes y hojas que no sean la relación, o divídalo. ${NOTHING}`,
  'intake.too-many-columns': (p: { file: string; sheet: string; cell: string; limit: number }) =>
    `La hoja «${p.sheet}» de «${p.file}» tiene datos hasta la celda ${p.cell} y se aceptan ${p.limit} columnas. Borre las columnas que no sean de la relación. ${NOTHING}`,
  'intake.too-many-rows': (p: { file: string; sheet: string; row: number; limit: number }) =>
    `La hoja «${p.sheet}» de «${p.file}» tiene datos en la fila ${p.row} y se aceptan ${p.limit} filas. Borre lo que esté suelto al final, o divida la relación. ${NOTHING}`,
  'intake.too-many-cells': (p: { file: string; sheet: string; limit: number }) =>
    `«${p.file}» tiene más de ${p.limit} celdas con datos (se contaron hasta la hoja «${p.sheet}»). Deje solo las hojas de la relación. ${NOTHING}`,
  'intake.too-slow': (p: { file: string; seconds: number }) =>
    `Leer «${p.file}» tomó más de ${p.seconds} segundos y se detuvo. Deje en él solo la relación, o divídalo en partes. ${NOTHING}`,
  'intake.too-much-memory': (p: { file: string }) =>
    `«${p.file}» necesita más memoria de la que se le permite a un archivo. Deje en él solo la relación, o divídalo en partes. ${NOTHING}`,
  'intake.damaged': (p: { file: string; part: string }) =>
    `«${p.file}» está dañado o incompleto (en «${p.part}»). Vuelva a copiarlo o a descargarlo; si Excel puede abrirlo, guárdelo de nuevo desde ahí. ${NOTHING}`,
  'intake.open-quote': (p: { file: string; row: number }) =>
    `En «${p.file}» hay unas comillas que se abren en la fila ${p.row} y no se cierran, así que no se sabe dónde termina esa fila. Corríjala e intente de nuevo. ${NOTHING}`,
  'intake.missing': (p: { file: string }) => `Ya no está el archivo «${p.file}»: lo movieron, le cambiaron el nombre o se retiró la memoria USB. ${NOTHING}`,
  'intake.busy': (p: { file: string }) =>
    `Otro programa tiene abierto «${p.file}» (¿Excel?). Ciérrelo e intente de nuevo. ${NOTHING}`,
  'intake.unreadable': (p: { file: string; reason: string }) =>
    `No se pudo leer «${p.file}» (el sistema dijo ${p.reason}). Revise que sea un archivo y que usted tenga permiso, o cópielo a sus documentos. ${NOTHING}`,
} as const

const NOTHING = 'No se guardó ni se cambió nada.'

const KINDS: Readonly<Record<string, string>> = {
  pdf: 'un PDF',
  word: 'un documento de Word',
  powerpoint: 'una presentación',
  image: 'una imagen',
  archive: 'una carpeta comprimida',
  program: 'un programa',
}
