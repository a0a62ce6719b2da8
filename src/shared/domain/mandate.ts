/** Whether a signatory's mandate holds on a day. Dates are `YYYY-MM-DD`; null has no limit on that side. */
export function mandateCovers(mandate: { readonly since: string | null; readonly until: string | null }, day: string): boolean {
  return (mandate.since === null || mandate.since <= day) && (mandate.until === null || day <= mandate.until)
}
