const REASONS: Readonly<Record<string, (written: string) => string>> = {
  email: (written) => `Su correo es el de la persona: ${written}.`,
  document: (written) => `Escribió su DNI junto al nombre: «${written}».`,
  sharedEmail: (written) => `Varias personas del grupo tienen el correo ${written}.`,
  emailOtherName: (written) => `El nombre «${written}» es de una persona del grupo y el correo es de otra: elija usted.`,
  sameName: () => 'Es su nombre completo.',
  otherOrder: (written) => `Es su nombre completo, en otro orden: «${written}».`,
  namesakes: (written) => `Hay más de una persona del grupo que se llama «${written}»: elija usted.`,
  bothSurnames: (written) => `«${written}» es su nombre con sus dos apellidos, y nadie más del grupo se llama así.`,
  shortened: (written) => `«${written}» es su nombre y su primer apellido, y nadie más del grupo se llama así.`,
  oneLetter: (written) => `«${written}» difiere de su nombre en una letra.`,
  ambiguous: (written) => `«${written}» puede ser más de una persona del grupo: elija usted.`,
  secondSurname: (written) => `«${written}» tiene su nombre y su segundo apellido, sin el primero.`,
  initials: (written) => `«${written}» coincide con su nombre, con iniciales en lugar de palabras.`,
  wordsMissing: (written) => `«${written}» se parece a su nombre, pero no es igual.`,
  moreWords: (written) => `«${written}» tiene su nombre y su primer apellido, y otras palabras además.`,
  device: (written) => `«${written}» es el nombre de un equipo que lleva su nombre.`,
  remembered: (written) => `Usted indicó en una reunión anterior que «${written}» es esta persona.`,
  rememberedDevice: (written) => `En una reunión anterior «${written}» era esta persona, pero es el nombre de un equipo: confírmelo.`,
  decided: () => 'Usted lo indicó.',
}

const ORDERS: Readonly<Record<string, string>> = {
  impossible: 'porque la otra lectura da un mes que no existe',
  fileName: 'porque así coincide con la fecha del nombre del archivo',
  session: 'porque así coincide con el día de una sesión del grupo',
  neighbours: 'porque así están los otros archivos que vienen con este',
  dates: 'porque así cae dentro de las fechas del grupo',
  future: 'porque de la otra manera sería una fecha que aún no llega',
}

const NOTHING = 'No se escribió nada de este archivo.'

/** Attendance from the exports of video meetings. */
export const meetings = {
  'meetings.step.reading': 'Leyendo los archivos de las reuniones',
  'meetings.step.comparing': 'Comparando con las personas del grupo',
  'meetings.step.writing': 'Escribiendo la asistencia',
  'meetings.untitled': 'Sesión virtual',
  'meetings.sessionLabel': (p: { subject: string; day: string; startsAt: string; endsAt: string }) => `${p.day}, ${p.startsAt} a ${p.endsAt} · ${p.subject}`,
  'meetings.reason': (p: { reason: string; written: string }) => REASONS[p.reason]?.(p.written) ?? '',
  'meetings.note.left': 'Usted indicó dejar fuera este archivo.',
  'meetings.note.order': (p: { order: string; why: string }) => `Las fechas se leyeron como ${p.order === 'dmy' ? 'día/mes/año' : 'mes/día/año'}, ${ORDERS[p.why] ?? ''}.`,
  'meetings.note.excel': (p: { day: string }) => `Excel había cambiado el mes por el día al guardar el archivo: se leyó como ${p.day}, porque así coincide con el nombre del archivo o con una sesión del grupo.`,
  'meetings.note.nameless': (p: { n: number }) => (p.n === 1 ? 'Una fila no tiene nombre y no se cuenta.' : `${p.n} filas no tienen nombre y no se cuentan.`),
  'meetings.note.noTimes': (p: { n: number }) =>
    `${p.n === 1 ? 'Una fila no dice' : `${p.n} filas no dicen`} a qué hora se unió y salió la persona, solo cuánto tiempo estuvo: se cuenta ese tiempo, sin pasar de lo previsto en la sesión.`,
  'meetings.note.pastMidnight': (p: { n: number; endsAt: string; next: string }) =>
    `La reunión pasó de la medianoche y una sesión termina en su día: ${p.n === 1 ? 'queda fuera un minuto' : `quedan fuera ${p.n} minutos`} desde las ${p.endsAt}. Para contarlos, cree otra sesión el ${p.next} desde las 00:00 e importe de nuevo este archivo eligiendo esa sesión.`,
  'meetings.note.joinedWith': (p: { files: readonly string[] }) => `La misma sesión está también en ${p.files.map((file) => `«${file}»`).join(', ')}: los minutos se suman sin contar dos veces lo que coincide.`,
  'meetings.note.handMade': (p: { n: number }) => (p.n === 1 ? 'Una persona ya tiene su asistencia escrita a mano en esta sesión: queda como está.' : `${p.n} personas ya tienen su asistencia escrita a mano en esta sesión: queda como está.`),
  'meetings.note.unsure': (p: { n: number }) => `${p.n === 1 ? 'Una persona puede estar' : `${p.n} personas pueden estar`} entre los nombres en duda: mientras usted no decida, no se le${p.n === 1 ? '' : 's'} escribe falta.`,
  'meetings.notAnExport': (p: { file: string }) =>
    `«${p.file}» no es el registro de asistencia de una reunión de Zoom, Teams ni Meet: no se encontró una columna de nombres junto a la hora de ingreso o la duración. Si es una lista con sesiones como columnas, use «De una hoja de Excel». ${NOTHING}`,
  'meetings.noJoins': (p: { file: string }) => `«${p.file}» es el registro de una reunión, pero no tiene ninguna fila de participantes. ${NOTHING}`,
  'meetings.sameFile': (p: { file: string; other: string }) => `«${p.file}» tiene el mismo contenido que «${p.other}»: se cuenta una sola vez.`,
  'meetings.ambiguousDay': (p: { file: string; one: string; other: string }) =>
    `Las fechas de «${p.file}» pueden ser del ${p.one} o del ${p.other} y nada permite saberlo. Elija la sesión a la que corresponde, o ponga la fecha (año-mes-día) en el nombre del archivo. ${NOTHING}`,
  'meetings.noDay': (p: { file: string }) => `«${p.file}» no dice de qué día es la reunión. Elija la sesión a la que corresponde. ${NOTHING}`,
  'meetings.noTimes': (p: { file: string }) => `«${p.file}» no dice a qué hora fue la reunión, así que no se puede crear su sesión. Cree la sesión y elíjala, o elija una que ya exista. ${NOTHING}`,
  'meetings.noSuchSession': 'La sesión elegida para uno de los archivos ya no está en el grupo. No se escribió nada.',
  'meetings.notOfGroup': 'Una de las personas elegidas no está inscrita en este grupo. Inscríbala primero. No se escribió nada.',
  'meetings.nothing': (p: { why: string }) => `Ningún archivo se puede usar, así que no se escribió nada. ${p.why}`,
} as const
