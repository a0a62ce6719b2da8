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
} as const
