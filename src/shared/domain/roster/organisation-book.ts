import type { District } from '../geography.ts'
import type { OrganisationKind } from '../organisations.ts'
import { guessOrganisationKind, organisationKey, organisationKinds, proposedOrganisationKey } from '../organisations.ts'
import { cleanText, searchKey } from '../names.ts'

/** An organisation as an import names it: one of the database, or one to be made. */
export interface BookedOrganisation {
  readonly key: string
  readonly name: string
  /** Null: it will be made. */
  readonly id: string | null
  readonly kind: OrganisationKind
  readonly ruc: string | null
  readonly districtCode: string | null
  readonly federation: string | null
}

export interface KnownOrganisationName {
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** All the organisations that the rows of an import name, each once. */
export interface OrganisationBook {
  /** The one that a writing means; null for nothing. */
  of(writing: string): BookedOrganisation | null
  /** One that the siglas of a writing may stand for ("MPC - Cusco"), when it is in the book. */
  similar(writing: string): BookedOrganisation | null
  /** The municipality of a district, as this list writes it, or as its name would be. */
  municipalityOf(district: District): string | null
  /** What a row says of one that will be made. */
  tell(key: string, facts: { readonly ruc?: string | null; readonly districtCode?: string | null; readonly federation?: string | null }): void
  all(): readonly BookedOrganisation[]
}

interface Page {
  readonly key: string
  name: string
  readonly id: string | null
  readonly kind: OrganisationKind
  ruc: string | null
  districtCode: string | null
  readonly federations: Set<string>
}

/**
 * @param writings every text of the columns of organisations, with the UBIGEO of its row where it has one.
 * @param known those of the database, by key.
 */
export function organisationBook(writings: Iterable<{ readonly text: string; readonly districtCode: string | null }>, known: ReadonlyMap<string, KnownOrganisationName>): OrganisationBook {
  const pages = new Map<string, Page>()
  const keys = new Map<string, string>()
  const inDistrict = new Map<string, Set<string>>()
  let municipal = 0
  let named = 0
  const keyOf = (writing: string): string => {
    const clean = cleanText(writing)
    const key = keys.get(clean) ?? organisationKey(clean)
    keys.set(clean, key)
    return key
  }
  const open = (key: string, name: string): Page => {
    const page = pages.get(key) ?? newPage(key, name, known.get(key))
    pages.set(key, page)
    return page
  }
  for (const { text, districtCode } of writings) {
    const key = keyOf(text)
    if (key === '') continue
    const page = open(key, cleanText(text))
    if (page.id === null && isBetter(cleanText(text), page.name)) page.name = cleanText(text)
    named += 1
    if (page.kind.startsWith('municipalidad')) municipal += 1
    if (districtCode !== null) inDistrict.set(districtCode, (inDistrict.get(districtCode) ?? new Set()).add(key))
  }
  const booked = (page: Page): BookedOrganisation => ({ ...page, federation: page.federations.size === 1 ? ([...page.federations][0] ?? null) : null })
  return {
    of: (writing) => {
      const key = keyOf(writing)
      return key === '' ? null : booked(open(key, cleanText(writing)))
    },
    similar: (writing) => {
      const proposed = proposedOrganisationKey(writing)
      if (proposed === null || proposed === keyOf(writing)) return null
      const there = known.get(proposed)
      if (there !== undefined) return booked(open(proposed, there.name))
      const page = pages.get(proposed)
      return page === undefined ? null : booked(page)
    },
    municipalityOf: (district) => {
      const here = [...(inDistrict.get(district.code ?? '') ?? [])]
      if (here.length === 1) return pages.get(here[0] ?? '')?.name ?? null
      if (here.length > 1 || municipal < named * 0.8) return null
      const isCapital = district.code?.endsWith('01') === true
      return isCapital ? `Municipalidad Provincial de ${district.province}` : `Municipalidad Distrital de ${district.name}`
    },
    tell: (key, facts) => {
      const page = pages.get(key)
      if (page === undefined || page.id !== null) return
      page.ruc ??= facts.ruc ?? null
      if (page.kind.startsWith('municipalidad')) page.districtCode ??= facts.districtCode ?? null
      if (facts.federation != null) page.federations.add(facts.federation)
    },
    all: () => [...pages.values()].map(booked),
  }
}

function newPage(key: string, name: string, known: KnownOrganisationName | undefined): Page {
  const knownKind = organisationKinds.find((kind) => kind === known?.kind)
  return { key, name: known?.name ?? name, id: known?.id ?? null, kind: knownKind ?? guessOrganisationKind(name) ?? 'otro', ruc: null, districtCode: null, federations: new Set() }
}

/** Of two writings of one organisation, the one written out is shown; then the one that is not all capitals; then the one with accents. */
function isBetter(one: string, other: string): boolean {
  const words = (text: string): number => searchKey(text).replaceAll(' ', '').length
  const shout = (text: string): number => Number(text === text.toUpperCase())
  const accents = (text: string): number => (text.normalize('NFD').match(/\p{M}/gu) ?? []).length
  return words(one) - words(other) > 2 || (Math.abs(words(one) - words(other)) <= 2 && (shout(other) - shout(one) || accents(one) - accents(other)) > 0)
}
