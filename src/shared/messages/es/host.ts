/** Sentences of the doors: the window, the browser, the terminal. */
export const host = {
  'host.noElectron':
    'La ventana de escritorio (Electron) no está en este equipo y no se pudo descargar: Constancia se abre en su navegador, sin salir de este equipo.',
  'host.opened': (p: { address: string }) => `Constancia está abierta en ${p.address}\nPara cerrarla, presione Ctrl+C en esta ventana.`,
  'host.noBrowser': 'No se encontró un navegador que abrir: copie la dirección de abajo en el suyo.',
  'host.saveCopy': 'Guardar una copia',
  'host.notOpenable': 'Constancia solo abre documentos, hojas e imágenes. Muéstrelo en su carpeta y ábralo desde allí.',
  'host.noProgram': 'Este equipo no tiene un programa para abrir ese archivo. Muéstrelo en su carpeta.',
  'host.noSuchFile': (p: { file: string }) => `No se puede leer el archivo «${p.file}»: no existe, es una carpeta o no tiene permiso. No se hizo nada.`,
  'host.notJson': 'Lo escrito no es JSON: vaya entre comillas simples, así: \'{"limit":5}\'. O use --campo valor. No se hizo nada.',
  'host.notPlain': 'Lo enviado es demasiado grande o no son datos simples: no se guardó nada.',
  'host.noSuchCall': (p: { name: string }) => `No existe «${p.name}». Sin argumentos se listan las operaciones. No se hizo nada.`,
  'host.calls': 'Operaciones (npm run cli -- OPERACIÓN [--campo valor …] o [JSON]):',
  'host.noToken': 'Esta dirección es de un inicio anterior. Abra Constancia desde su icono o con «npm start»: lo guardado está a salvo.',
} as const
