import type { Catalogue } from '../messages.ts'

const files = (n: number): string => (n === 1 ? '1 archivo' : `${n.toLocaleString('es-PE')} archivos`)

/** The screens of papers signed outside. */
export const signedScreens = {
  'signedScreens.receive': 'Recibir firmados',
  'signedScreens.exporting': (p: { n: number }) => `Preparando ${files(p.n)}`,
  'signedScreens.makeFolder': 'Preparar carpeta',
  'signedScreens.stepTitle': (p: { step: 1 | 2 | 3 }) => ({ 1: '1. Prepare la carpeta', 2: '2. Firme afuera', 3: '3. Traiga los firmados' })[p.step],
  'signedScreens.stepText': (p: { step: 1 | 2 | 3 }) =>
    ({
      1: 'Salen los PDF tal como se emitieron, con su número y su nombre, una lista y un LEAME.txt.',
      2: 'En ReFirma o Firma Perú firme todos los PDF de la carpeta. No los abra ni los guarde con otro programa: dejarían de ser los mismos.',
      3: 'En «Recibir firmados» la aplicación comprueba que son los mismos documentos más su firma, y los guarda.',
    })[p.step],
  'signedScreens.credentials': 'Preparando credenciales',
  'signedScreens.credentialsWhy': 'Para quien lee credenciales digitales (Open Badges 3.0, W3C), también se puede sacar cada documento como un archivo JSON.',
  'signedScreens.makeCredentials': 'Sacar credenciales',
  'signedScreens.openSigned': 'Abrir el PDF firmado',
  'signedScreens.toDelivery': 'Volver a Entrega',
  'signedScreens.reading': 'Comprobando los archivos',
  'signedScreens.keeping': 'Guardando los firmados',
  'signedScreens.drop': 'Suelte aquí los PDF firmados',
  'signedScreens.dropWhy': 'Todos los de la carpeta a la vez. Primero se comprueban; nada se guarda hasta que usted lo diga.',
  'signedScreens.choose': 'Elegir archivos',
  'signedScreens.chainNote': 'Se comprueba que el archivo sea el emitido más su firma y que la firma corresponda a su certificado. Que el certificado sea de la IOFE lo dice el validador de la plataforma, con internet.',
  'signedScreens.keep': (p: { n: number }) => (p.n === 0 ? 'Ninguno se puede guardar' : p.n === 1 ? 'Guardar 1 firmado' : `Guardar ${p.n} firmados`),
  'signedScreens.kept': (p: { n: number }) => (p.n === 0 ? 'No se guardó ninguno' : p.n === 1 ? 'Se guardó 1 documento firmado' : `Se guardaron ${p.n} documentos firmados`),
  'signedScreens.others': 'Elegir otros',
  'signedScreens.verdicts': 'Archivos recibidos',
  'signedScreens.file': 'Archivo',
  'signedScreens.paper': 'Documento',
  'signedScreens.signers': 'Firmado por',
  'signedScreens.verdict': 'Resultado',
  'signedScreens.verdictName': (p: { verdict: 'fits' | 'unsigned' | 'changed' | 'unknown' | 'unreadable' | 'already' | 'outOfForce' }) =>
    ({ fits: 'Correcto.', unsigned: 'Sin firma.', changed: 'Alterado.', unknown: 'Desconocido.', unreadable: 'No se puede leer.', already: 'Ya guardado.', outOfForce: 'Ya no vale.' })[p.verdict],
} as const satisfies Catalogue
