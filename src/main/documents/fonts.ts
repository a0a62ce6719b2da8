import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import type { Font } from 'fontkit'
import type PDFDocument from 'pdfkit'

/**
 * The faces paper may use. Every one is a full TTF file with all the letters of Peru's languages
 * (the web subsets of the same faces split them); `symbols` is there for signs like ✓ that the others lack.
 */
const files = {
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  sansItalic: '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  sansSemiBold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  sansBold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  serif: '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  serifItalic: '@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
  serifSemiBold: '@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  serifBold: '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
  display: '@expo-google-fonts/montserrat/400Regular/Montserrat_400Regular.ttf',
  displayMedium: '@expo-google-fonts/montserrat/500Medium/Montserrat_500Medium.ttf',
  displayBold: '@expo-google-fonts/montserrat/700Bold/Montserrat_700Bold.ttf',
  displayBlack: '@expo-google-fonts/montserrat/900Black/Montserrat_900Black.ttf',
  symbols: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
} as const

export type FaceName = keyof typeof files

const locate = createRequire(import.meta.url)
const parsed = new Map<FaceName, Font>()

/** Where the face's TTF file is. */
export function fontPath(face: FaceName): string {
  return locate.resolve(files[face])
}

/** The face parsed by fontkit: once per thread, because parsing is what makes paper slow (some 100 ms a face). */
export function parsedFont(face: FaceName): Font {
  const known = parsed.get(face)
  if (known !== undefined) return known
  const font = create(readFileSync(fontPath(face)))
  parsed.set(face, font)
  return font
}

const lettersKnown = new Map<FaceName, Map<number, boolean>>()

/** The letters and combining marks of the text (once in NFC) that the face has no glyph for, each once. */
export function missingLetters(face: FaceName, text: string): string[] {
  const missing = new Set<string>()
  let known = lettersKnown.get(face)
  if (known === undefined) lettersKnown.set(face, (known = new Map<number, boolean>()))
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0
    let has = known.get(code)
    if (has === undefined) known.set(code, (has = parsedFont(face).hasGlyphForCodePoint(code)))
    if (!has) missing.add(letter)
  }
  return [...missing]
}

/** Whether the face has a glyph for every letter and combining mark of the text (once in NFC). */
export function covers(face: FaceName, text: string): boolean {
  return missingLetters(face, text).length === 0
}

/**
 * The face for a whole run of text: the wanted one if it has every letter, else Noto Serif, else Noto Sans, else DejaVu.
 * Never letter by letter: a name in two faces looks like a forgery.
 */
export function faceFor(text: string, wanted: FaceName): FaceName {
  if (covers(wanted, text)) return wanted
  if (covers('serif', text)) return 'serif'
  if (covers('sans', text)) return 'sans'
  return 'symbols'
}

/** Makes the faces known to a pdfkit document as parsed objects: `doc.font('sans')` then costs nothing. */
export function registerFaces(doc: InstanceType<typeof PDFDocument>, faces: readonly FaceName[]): void {
  // pdfkit takes any object with a `layout` method as a font; its types only know files and bytes.
  for (const face of faces) doc.registerFont(face, parsedFont(face) as unknown as string)
}
