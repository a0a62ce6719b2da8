import { shownMark } from '../../shared/domain/marks.ts'

/** A mark or a share in a table: two decimals at most, an en dash where there is none. */
export function figure(value: number | null): string {
  return value === null ? '–' : shownMark(value)
}
