/** Collects the text of a string item: all its runs, without the phonetic guides (`rPh`) that East Asian books carry. */
export class ItemText {
  private parts = ''
  private inText = false
  private inGuide = false

  open(name: string): void {
    if (name === 'rPh') this.inGuide = true
    else if (name === 't') this.inText = !this.inGuide
  }

  text(text: string): void {
    if (this.inText) this.parts += text
  }

  close(name: string): void {
    if (name === 't') this.inText = false
    else if (name === 'rPh') this.inGuide = false
  }

  /** The text so far, and begins anew. */
  take(): string {
    const text = unescaped(this.parts)
    this.parts = ''
    return text
  }
}

/** `_x000D_` is how OOXML writes a character that XML cannot hold (ECMA-376 Part 1, 22.9.2.19); `_x005F_` is the underscore itself. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
