/** Designs of papers: models, warnings, files. */
export const paperDesigns = {} as const
