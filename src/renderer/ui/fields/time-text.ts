/**
 * The time of day in what a person typed, as `HH:MM` of 24 hours; undefined when there is none. "9", "9:00", "9.30",
 * "0930", "9h30" and "2:30 p. m." are understood.
 */
export function readTimeText(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const found = /^(\d{1,2})(?:(?:[:.,h ]| h )?(\d{2}))? ?(?:h|hs|hrs|horas)?\.? ?([ap]) ?\.? ?m?\.?$|^(\d{1,2})(?:(?:[:.,h ]| h )?(\d{2}))? ?(?:h|hs|hrs|horas)?\.?$/.exec(text)
  if (found === null) return undefined
  const half = found[3]
  const hour = Number(found[1] ?? found[4])
  const minute = Number(found[2] ?? found[5] ?? 0)
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined
  const whole = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return whole > 23 || minute > 59 ? undefined : `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
