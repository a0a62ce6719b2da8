/**
 * Writes districts.csv: the npm package `ubigeos` (ISC) completed with the districts it lacks.
 * Run it after changing a list below:  node resources/catalogues/build.ts
 * Sources: INEI's directory of 2025 for codes and names; Ley 32403 (03-07-2025) for Santa Rosa de Loreto.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const data = createRequire(import.meta.url)('ubigeos/dist/data') as Readonly<
  Record<'DistrictData' | 'ProvinceData' | 'RegionData', ReadonlyMap<string, string>>
>

/** In INEI's directory of 2025 and not in `ubigeos` 2.1.0. */
const ADDED: readonly (readonly [string, string])[] = [
  ['030611', 'Los Chankas'], ['030612', 'Ahuayro'], ['050413', 'Putis'], ['050511', 'Oronccoy'], ['050512', 'Unión Progreso'],
  ['050513', 'Río Magdalena'], ['050514', 'Ninabamba'], ['050515', 'Patibamba'], ['080914', 'Megantoni'], ['080915', 'Kumpirushiato'],
  ['080916', 'Cielo Punco'], ['080917', 'Manitea'], ['080918', 'Unión Ashaninka'], ['090723', 'Santiago de Tucuma'], ['090724', 'Lambras'],
  ['090725', 'Cochabamba'], ['100609', 'Pueblo Nuevo'], ['100610', 'Santo Domingo de Anda'], ['130112', 'Alto Trujillo'],
  ['180107', 'San Antonio'], ['211105', 'San Miguel'], ['221006', 'Santa Lucia'], ['250306', 'Huipoca'], ['250307', 'Boquerón'],
]
/** Written otherwise in `ubigeos` than on official papers. */
const PROVINCE_NAMES = new Map([
  ['0701', 'Callao'],
  ['0508', 'Páucar del Sara Sara'],
])
/** Created by law, without a published code. */
const WITHOUT_CODE = [['', 'Santa Rosa de Loreto', 'Mariscal Ramón Castilla', 'Loreto', 'Ley 32403 del 03-07-2025: INEI no ha publicado su código']]

const coded = [...data.DistrictData, ...ADDED]
  .map(([code, name]) => [
    code,
    name.normalize('NFC'),
    PROVINCE_NAMES.get(code.slice(0, 4)) ?? data.ProvinceData.get(code.slice(0, 4)) ?? '',
    data.RegionData.get(code.slice(0, 2)) ?? '',
    '',
  ])
  .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
if (new Set(coded.map(([code]) => code)).size !== coded.length) throw new Error('a code stands twice: has ubigeos learnt a district of the list?')

const lines = [['ubigeo', 'distrito', 'provincia', 'departamento', 'nota'], ...coded, ...WITHOUT_CODE].map((cells) => cells.join(';'))
writeFileSync(fileURLToPath(new URL('districts.csv', import.meta.url)), lines.join('\n') + '\n')
