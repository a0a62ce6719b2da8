/** Minutes of training shown in the hours of a course (`minutesPerHour`: 45 pedagógica, 50 académica, 60 cronológica). */

/** "18", "17.33": hours with two decimals at most, cut so that what is short of a whole never looks whole. */
export function hoursShown(minutes: number, minutesPerHour: number): string {
  return String(Math.floor((minutes * 100) / minutesPerHour + 1e-9) / 100)
}

/** "1 h 12 min", "3 h", "40 min": to the minute, where two decimals would not say it. */
export function hoursAndMinutes(minutes: number, minutesPerHour: number): string {
  const hours = Math.floor(minutes / minutesPerHour)
  const rest = minutes - hours * minutesPerHour
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
