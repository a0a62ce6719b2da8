import { say } from '../../../shared/messages/messages.ts'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import type { How, Office } from './use-issue.ts'

/** Where a warning is mended: an address, or an act of this screen. */
export type Mend = { readonly word: string; readonly href: string } | { readonly word: string; readonly act: 'constancia' | 'noDocument' | 'enrolled' }

const LANGUAGES = ['es', 'en'] as const

/**
 * The core says what the paper would lack as sentences; the sentences come from the catalogue, so that each is known
 * again here, in whichever language it was said, and leads to where it is mended.
 */
export function mendOf(warning: string, facts: { readonly office: Office; readonly how: How; readonly editionName: string; readonly editionHref: string }, t: Text): Mend | undefined {
  const settings = { word: t('issuing.mendSettings'), href: href('settings', ['entidad']) }
  const signatories = { word: t('issuing.mendSignatories'), href: href('settings', ['firmantes']) }
  const edition = { word: t('issuing.mendEdition'), href: facts.editionHref }
  const year = facts.how.issuedOn.slice(0, 4)
  const names = facts.office.signatories.map((one) => one.name)
  for (const language of LANGUAGES) {
    if ([say(language, 'certificates.noEntity'), say(language, 'certificates.noSiglas'), say(language, 'certificates.noYearName', { year })].includes(warning)) return settings
    if (warning === say(language, 'certificates.noSignatory') || names.some((name) => warning === say(language, 'certificates.outOfMandate', { name }))) return signatories
    if ([say(language, 'certificates.noHours', { edition: facts.editionName }), say(language, 'certificates.noDates', { edition: facts.editionName })].includes(warning)) return edition
    if (isCount(warning, (n) => say(language, 'certificates.notApproved', { n }))) return { word: t('issuing.mendKind'), act: 'constancia' }
    if (isCount(warning, (n) => say(language, 'certificates.withoutDocument', { n }))) return { word: t('issuing.showWho'), act: 'noDocument' }
  }
  return undefined
}

/** Whether the sentence is that one with some number in it. */
function isCount(warning: string, sentence: (n: number) => string): boolean {
  const n = Number(/\d+/.exec(warning)?.[0] ?? 1)
  return warning === sentence(n)
}
