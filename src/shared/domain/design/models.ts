/** Designs that come with the app; their documents are in `documents/design/models`. */
export const modelNames = ['sober', 'festive', 'attendance', 'speaker', 'organiser'] as const
export type ModelName = (typeof modelNames)[number]
