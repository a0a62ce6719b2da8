/** The faces that paper may use (`documents/fonts.ts` has their files), by what they are called on the screen. */
export const paperFaces = [
  'sans', 'sansItalic', 'sansSemiBold', 'sansBold', 'serif', 'serifItalic', 'serifSemiBold', 'serifBold', 'display', 'displayMedium', 'displayBold', 'displayBlack', 'symbols',
] as const
export type PaperFace = (typeof paperFaces)[number]
