/** The civil day in Lima, `YYYY-MM-DD`: five hours behind UTC all year round (America/Lima keeps no summer time). */
export function limaDay(moment: Date): string {
  return new Date(moment.getTime() - 5 * 3_600_000).toISOString().slice(0, 10)
}
