export const attendance = {
  'attendance.status.present': 'Present',
  'attendance.status.late': 'Late',
  'attendance.status.leftEarly': 'Left early',
  'attendance.status.excused': 'Excused',
  'attendance.status.absent': 'Absent',
  'attendance.otherGroup': (p: { name: string; subject: string; day: string }) =>
    `${p.name} is not in the group of the session “${p.subject}” of ${p.day}. Nothing was saved.`,
  'attendance.unknownStatus': (p: { status: string; name: string; subject: string; day: string }) =>
    `There is no attendance status “${p.status}”, which was meant for ${p.name} in the session “${p.subject}” of ${p.day}. Nothing was saved.`,
  'attendance.tooManyMinutes': (p: { name: string; subject: string; day: string; minutes: number; planned: number; more: number }) =>
    `${p.name}: ${p.minutes} minutes are more than the ${p.planned} of the session “${p.subject}” of ${p.day}${p.more === 0 ? '' : p.more === 1 ? ', and there is another cell like it' : `, and there are ${p.more} more cells like it`}. Nothing was saved.`,
} as const
