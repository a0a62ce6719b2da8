/** Attendance and walk-ins: what the core says of them. */
export const attendance = {
  'attendance.status.present': 'Asistió',
  'attendance.status.late': 'Tardanza',
  'attendance.status.leftEarly': 'Salió antes',
  'attendance.status.excused': 'Falta justificada',
  'attendance.status.absent': 'Faltó',
  'attendance.otherGroup': (p: { name: string; subject: string; day: string }) =>
    `${p.name} no pertenece al grupo de la sesión «${p.subject}» del ${p.day}. No se guardó ningún cambio.`,
  'attendance.unknownStatus': (p: { status: string; name: string; subject: string; day: string }) =>
    `No existe el estado de asistencia «${p.status}» que se quiso poner a ${p.name} en la sesión «${p.subject}» del ${p.day}. No se guardó ningún cambio.`,
  'attendance.tooManyMinutes': (p: { name: string; subject: string; day: string; minutes: number; planned: number; more: number }) =>
    `${p.name}: ${p.minutes} minutos son más que los ${p.planned} de la sesión «${p.subject}» del ${p.day}${p.more === 0 ? '' : p.more === 1 ? ', y hay otra celda igual' : `, y hay otras ${p.more} celdas así`}. No se guardó ningún cambio.`,
} as const
