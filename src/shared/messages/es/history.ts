/** What was changed, by whom, and taking it back. */
export const history = {
  'history.missing': 'No hay nada guardado de ese cambio.',
  'history.permanent': 'Esto no se deshace: se dieron números a documentos, y un número dado no vuelve a usarse. Puede anular el documento.',
  'history.permanentCorrection': 'Esto no se deshace: lo que se corrigió o se anuló queda así en el registro. Si fue un error, emita el documento otra vez.',
  'history.permanentBlock': 'Esto no se deshace: esos números ya se apartaron y otra computadora puede estar usándolos. Puede devolver el bloque.',
  'history.permanentSeal': 'Esto no se deshace: lo que ya se firmó con el sello de la oficina puede estar en otras manos.',
  'history.permanentPaper': 'Esto no se deshace: el documento que se dibujó queda guardado tal como salió.',
  'history.permanentDesign': 'Esto no se deshace: las versiones guardadas de un diseño quedan, y un borrador descartado no vuelve.',
  'history.clash': 'No se puede deshacer: lo que había antes (un documento, una inscripción) ahora es de otro registro. Nada cambió.',
  'history.impossible': 'No se puede deshacer: con lo que se cambió después quedaría algo que no puede ser, como una sesión que termina antes de empezar. Nada cambió.',
  'history.sessionTimes': (p: { subject: string; day: string; startsAt: string; endsAt: string; minutes: number }) =>
    `No se puede deshacer: la sesión «${p.subject}» del ${p.day} quedaría de ${p.startsAt} a ${p.endsAt} con ${p.minutes} minutos. Nada cambió.`,
  'history.tooManyMinutes': (p: { name: string; subject: string; day: string; minutes: number; planned: number }) =>
    `No se puede deshacer: ${p.name} quedaría con ${p.minutes} minutos en la sesión «${p.subject}» del ${p.day}, que tendría ${p.planned}. Nada cambió.`,
  'history.sheetPrinted': (p: { code: string; subject: string; day: string }) =>
    `No se puede deshacer: la hoja de firmas ${p.code} se imprimió para la sesión «${p.subject}» del ${p.day}, que ya no estaría. Nada cambió.`,
  'history.statusGone': (p: { name: string }) => `No se puede deshacer: ${p.name} volvería a un estado de asistencia que ya no existe. Nada cambió.`,
  'history.letterTaken': (p: { letter: string }) => `No se puede deshacer: la tecla ${p.letter} sería de dos estados de asistencia. Nada cambió.`,
  'history.nameTwice': (p: { name: string }) => `No se puede deshacer: habría dos veces «${p.name}». Nada cambió.`,
  'history.offScale': (p: { name: string; item: string; value: string; min: string; max: string }) =>
    `No se puede deshacer: ${p.name} quedaría con ${p.value} en «${p.item}», fuera de la escala de ${p.min} a ${p.max}. Nada cambió.`,
  'history.laterAttempt': (p: { name: string; item: string }) => `No se puede deshacer: ${p.name} tiene un intento posterior de «${p.item}», que quedaría sin el anterior. Nada cambió.`,
  'history.ruleAsks': (p: { name: string }) => `No se puede deshacer: las reglas del curso piden «${p.name}», que ya no estaría. Nada cambió.`,
  'history.created': 'Se creó la ficha',
  'history.removed': 'Se quitó de la lista',
  'history.restored': 'Volvió a la lista',
  'history.none': 'Sin cambios todavía.',
  'history.nothing': 'vacío',
  'history.undoThis': 'Deshacer este cambio',
} as const
