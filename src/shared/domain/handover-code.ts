/** What the QR of a hand-over sheet's page says: only characters of QR's alphanumeric mode (ISO/IEC 18004, 7.3.4). */
export function handoverPageText(sheet: string, page: number, pages: number): string {
  return `CONSTANCIA-ENTREGA1/${sheet}/${page}/${pages}`
}
