import { searchKey, textSortKey } from '../../../shared/domain/names.ts'

/** The keys of an agreement: to be written whenever its number or its title is. */
export function agreementKeys({ number, title }: { readonly number: string | null; readonly title: string }): { searchKey: string; sortKey: string } {
  return { searchKey: searchKey(`${number ?? ''} ${title}`), sortKey: textSortKey(title) }
}
