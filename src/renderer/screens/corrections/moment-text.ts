/** A moment in the time of Peru: "22/11/2026, 10:04". */
export function momentText(moment: string): string {
  return new Intl.DateTimeFormat('es-PE', { timeZone: 'America/Lima', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment))
}
