/** What a definition counts, as words that are ready for a sentence. */
export interface DefinitionWords {
  /** "Cuenta personas, cada una una sola vez" */
  readonly counted: string
  /** One for each condition, in order: "como participante", "que culminaron o aprobaron". */
  readonly conditions: readonly string[]
  /** "según el último día del grupo" */
  readonly dated: string
}

/** One sentence: what is counted, which conditions it must fulfil, and which day puts it into a period. */
export function definitionSentence({ counted, conditions, dated }: DefinitionWords): string {
  const asked = conditions.length === 0 ? counted : `${counted}: ${conditions.join('; ')}`
  return `${asked}; ${dated}.`
}
