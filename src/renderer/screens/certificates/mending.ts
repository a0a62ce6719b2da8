import { modelNames } from '../../../shared/domain/design/models.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import type { How, Office, Series } from './use-issue.ts'

/** Where a warning is mended: an address, or an act of this screen. */
export type Mend = { readonly word: string; readonly href: string } | { readonly word: string; readonly act: 'constancia' | 'noDocument' | 'enrolled' }

const LANGUAGES = ['es', 'en'] as const

/**
 * The core says what the paper would lack as sentences; the sentences come from the catalogue, so that each is known
 * again here, in whichever language it was said, and leads to where it is mended.
 */
export function mendOf(warning: string, facts: { readonly office: Office; readonly series: readonly Series[]; readonly how: How; readonly editionName: string; readonly editionHref: string }, t: Text): Mend | undefined {
  const settings = { word: t('issuing.mendSettings'), href: href('settings', ['entidad']) }
  const signatories = { word: t('issuing.mendSignatories'), href: href('settings', ['firmantes']) }
  const edition = { word: t('issuing.mendEdition'), href: facts.editionHref }
  const seal = { word: t('issuing.mendSeal'), href: href('settings', ['sello']) }
  const numbers = { word: t('issuing.mendNumbers'), href: href('settings', ['numeracion']) }
  const year = facts.how.issuedOn.slice(0, 4)
  const names = facts.office.signatories.map((one) => one.name)
  for (const language of LANGUAGES) {
    if ([say(language, 'certificates.noEntity'), say(language, 'certificates.noSiglas'), say(language, 'certificates.noYearName', { year }), say(language, 'certificates.noRuc')].includes(warning)) return settings
    if (warning === say(language, 'certificates.noSeal')) return seal
    if (facts.series.some((series) => isShort(warning, (n, wanted) => say(language, 'certificates.numbersShort', { series: series.name, n, wanted })))) return numbers
    if (warning === say(language, 'certificates.noSignatory') || names.some((name) => warning === say(language, 'certificates.outOfMandate', { name }) || warning === say(language, 'certificates.signsOtherPapers', { name, kind: facts.how.paperKind }))) return signatories
    if ([say(language, 'certificates.noHours', { edition: facts.editionName }), say(language, 'certificates.noDates', { edition: facts.editionName })].includes(warning)) return edition
    if (isCount(warning, (n) => say(language, 'certificates.notApproved', { n }))) return { word: t('issuing.mendKind'), act: 'constancia' }
    if (isCount(warning, (n) => say(language, 'certificates.withoutDocument', { n }))) return { word: t('issuing.showWho'), act: 'noDocument' }
  }
  // The rest is said of the design: what it would lack for these people.
  return isOwnDesign(facts.how.model) ? { word: t('issuing.openDesign'), href: href('certificates', ['disenos', facts.how.model]) } : undefined
}

/** A model of the app is told by its name, an own design by its id. */
function isOwnDesign(model: How['model']): boolean {
  return !(modelNames as readonly string[]).includes(model)
}

/** Whether the sentence is that one with some number in it. */
function isCount(warning: string, sentence: (n: number) => string): boolean {
  const n = Number(/\d+/.exec(warning)?.[0] ?? 1)
  return warning === sentence(n)
}

/** Whether the sentence is that one with some two numbers in it; a name may hold digits of its own. */
function isShort(warning: string, sentence: (n: number, wanted: number) => string): boolean {
  const numbers = [...new Set(warning.match(/\d+/g) ?? [])].map(Number)
  return warning === sentence(0, 0) || numbers.some((n) => numbers.some((wanted) => warning === sentence(n, wanted)))
}
