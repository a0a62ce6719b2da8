/** The civil day in Peru of a UTC moment. Peru keeps UTC−5 the whole year. */
export function dayInLima(moment: string): string {
  return new Date(Date.parse(moment) - 5 * 3_600_000).toISOString().slice(0, 10)
}
