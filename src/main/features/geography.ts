import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { contract } from '../../shared/contract/index.ts'
import type { District, DistrictIndex } from '../../shared/domain/geography.ts'
import { districtLabel, indexDistricts, parseDistricts } from '../../shared/domain/geography.ts'
import type { OutputOf } from '../../shared/rpc/define.ts'
import type { About, Handlers } from '../core/context.ts'

export const geography: Handlers<typeof contract.geography> = {
  districts: async ({ about }, { search, codes, limit }) => {
    const catalogue = districtsOf(about)
    const found = codes === undefined ? catalogue.search(search, limit) : codes.flatMap((code) => catalogue.byCode(code) ?? [])
    return found.flatMap((district) => seen(district) ?? [])
  },
}

const catalogues = new Map<string, DistrictIndex>()

/** The catalogue of districts that comes with the program, read the first time it is asked for. */
export function districtsOf(about: Pick<About, 'resources'>): DistrictIndex {
  const known = catalogues.get(about.resources)
  if (known !== undefined) return known
  const read = indexDistricts(parseDistricts(readFileSync(join(about.resources, 'resources', 'catalogues', 'districts.csv'), 'utf8')))
  catalogues.set(about.resources, read)
  return read
}

/** "Distrito, Provincia, Departamento"; the code itself where the catalogue does not have it; null without a code. */
export function districtName(about: Pick<About, 'resources'>, code: string | null): string | null {
  if (code === null) return null
  const district = districtsOf(about).byCode(code)
  return district === null ? code : districtLabel(district)
}

/** Null for a district whose code INEI has not published: nothing can refer to it yet. */
function seen(district: District): OutputOf<typeof contract.geography.districts>[number] | null {
  if (district.code === null) return null
  return { code: district.code, name: district.name, province: district.province, department: district.department, label: districtLabel(district) }
}
