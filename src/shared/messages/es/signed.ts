/** Papers signed outside, and credentials. */
export const signed = {
  'signed.noKey': 'Para firmar credenciales hace falta el sello de la oficina en esta computadora: prepárelo en Ajustes → Sello. No se escribió ningún archivo.',
  'signed.credentialNotInForce': (p: { n: number; first: string }) => p.n === 1 ? `El documento ${p.first} fue anulado o reemplazado: su credencial no se puede dar. No se escribió ningún archivo.` : `${p.n} de los documentos elegidos (el primero, ${p.first}) fueron anulados o reemplazados: quítelos de la selección. No se escribió ningún archivo.`,
  'signed.credentialsName': (p: { n: number }) => `Credenciales - ${p.n} documentos`,
  'signed.credentialUnreadable': 'Esto no es una credencial: el texto no se puede leer.',
  'signed.credentialProofWrong': 'No auténtica: la prueba no corresponde a este texto. Se cambió algo, o no la emitió quien dice.',
  'signed.credentialHolds': 'La prueba corresponde al texto, y la clave es de una oficina conocida.',
  'signed.credentialKeyUnknown': 'No se puede comprobar: aquí no se conoce la clave con que se firmó. Pida a la oficina emisora su archivo de oficina.',
  'signed.credentialOtherIssuer': 'No auténtica: dice ser de otro emisor que el de la clave.',
  'signed.credentialKeyNotValid': 'No auténtica: la clave no estaba vigente cuando se firmó.',
  'signed.credentialState': (p: { number: string; state: string }) => p.state === 'annulled' ? `Anulado: el documento ${p.number} fue anulado.` : `Reemplazado: el documento ${p.number} tiene una versión posterior.`,
  'signed.folderName': (p: { day: string; n: number }) => `Para firmar ${p.day} - ${p.n} documentos`,
  'signed.notSigned': 'De este documento no hay un PDF firmado digitalmente.',
  'signed.listHead': 'N.º\tNúmero\tNombre\tArchivo',
  'signed.readMe': (p: { n: number }) =>
    `DOCUMENTOS PARA FIRMAR CON CERTIFICADO DIGITAL (${p.n})

Esta carpeta tiene los PDF tal como se emitieron. Para que valgan firmados:

1. No los abra ni los guarde con otro programa, no los junte ni los divida, no les cambie nada. Un solo byte distinto y ya no serían los documentos emitidos.
2. En ReFirma PDF: Abrir carpeta, elija esta carpeta, firme todos con su DNI electrónico o su token. En Firma Perú: agregue todos los archivos y firme.
3. Puede firmar con firma visible en un espacio libre, o sin firma visible. La firma visible no debe tapar el texto.
4. Si firman dos personas, la segunda firma los archivos que ya firmó la primera.
5. El programa puede agregar algo al final del nombre (por ejemplo [R] o -firmado): está bien.
6. En Constancia, vaya a Certificados, Entrega, «Recibir firmados» y suelte allí todos los PDF firmados. La aplicación comprueba uno por uno que son los mismos documentos más la firma, y los guarda.

Constancia no comprueba si el certificado de quien firma es de la IOFE: eso lo dice el validador de la plataforma, con internet.`,
  'signed.empty': 'El archivo está vacío.',
  'signed.notPdf': 'No es un PDF, aunque su nombre lo diga. Traiga el PDF que devolvió el programa de firma.',
  'signed.tooLarge': (p: { megabytes: number; limit: number }) => `Pesa ${p.megabytes} MB y un documento firmado no pasa de ${p.limit} MB: no es uno de los emitidos.`,
  'signed.unknown': 'No es ningún documento emitido por esta oficina, o se volvió a guardar con otro programa.',
  'signed.changedBefore': (p: { number: string }) => `Por su nombre es el documento ${p.number}, pero su contenido no es el que se emitió: se cambió o se volvió a guardar con otro programa. Firme el PDF de la carpeta que sacó Constancia.`,
  'signed.outOfForce': (p: { number: string; state: string }) => (p.state === 'annulled' ? `El documento ${p.number} fue anulado después de sacarlo para firmar.` : `El documento ${p.number} fue reemplazado por una corrección: firme la versión nueva.`),
  'signed.unsigned': 'Es el documento emitido, pero todavía no tiene ninguna firma.',
  'signed.unreadable': 'El archivo está dañado o incompleto y no se puede leer. Pida que se lo envíen otra vez.',
  'signed.range': 'Después de la firma se agregó algo que la firma no cubre, o la firma no cubre todo el documento. No se guarda.',
  'signed.signature': 'La firma no corresponde al documento o a su certificado: algo se cambió después de firmar. No se guarda.',
  'signed.covers': 'La firma visible tapa más de un tercio de la página. Fírmelo otra vez con una firma más pequeña o sin firma visible.',
  'signed.pages': 'Además de la firma se cambió lo que muestran las páginas. No se guarda.',
  'signed.objects': 'Además de la firma se cambió otra parte del documento. No se guarda.',
  'signed.twice': 'Es el mismo documento que otro de los archivos traídos: basta con uno.',
  'signed.already': (p: { number: string }) => `El documento ${p.number} ya tiene su PDF firmado guardado, y este no le agrega una firma.`,
  'signed.fits': (p: { n: number }) => (p.n === 1 ? 'Es el documento emitido más 1 firma.' : `Es el documento emitido más ${p.n} firmas.`),
  'signed.fitsMore': (p: { n: number }) => `Agrega una firma al que ya estaba guardado: ahora tiene ${p.n}.`,
  'signed.expired': 'Ojo: el certificado de quien firma no estaba vigente en la fecha de la firma.',
  'signed.otherName': 'El nombre del archivo es de otro documento; manda su contenido.',
} as const
