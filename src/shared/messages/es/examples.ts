import type { Catalogue } from '../messages.ts'

/** The five programmes that come as examples. */
export const examples = {
  'examples.notHere': 'Los programas de ejemplo solo se cargan en la oficina de ejemplo, para no mezclar personas inventadas con las suyas. Abra primero el ejemplo.',
  'examples.alreadyThere': (p: { title: string }) => `«${p.title}» ya está cargado. No se cambió nada.`,
  'examples.title': 'Programas de ejemplo',
  'examples.about': 'Cada uno está completo: relación, asistencia, acta, papeles, convenio, indicadores e informe. Todas las personas son inventadas.',
  'examples.load': 'Cargar',
  'examples.loadOne': (p: { title: string }) => `Cargar «${p.title}»`,
  'examples.loading': (p: { title: string }) => `Cargando «${p.title}»`,
  'examples.loaded': 'Cargado',
} as const satisfies Catalogue
