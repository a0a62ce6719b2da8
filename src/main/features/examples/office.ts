import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ExampleWork } from './programme-file.ts'

/** The example office as data: `samples/ejemplo.json`. */
const exampleOffice = z.object({
  entity: z.record(z.string(), z.string().nullable()),
  entityLogo: z.string(),
  yearNames: z.array(z.object({ year: z.number(), name: z.string() })),
  signatories: z.array(z.object({ name: z.string(), post: z.string(), image: z.string().nullable(), since: z.string().nullable(), until: z.string().nullable() })),
  computer: z.string(),
})

/** The entity, the names of its years, who signs, and its seal. */
export async function saveOffice({ api, samples, take }: ExampleWork): Promise<void> {
  const office = exampleOffice.parse(JSON.parse(await readFile(join(samples, 'ejemplo.json'), 'utf8')))
  const logo = await api.assets.add({ file: await take(join(samples, office.entityLogo)) })
  await api.entity.save({ ...office.entity, logoAssetId: logo.id })
  for (const yearName of office.yearNames) await api.entity.saveYearName(yearName)
  for (const [position, { image, ...signatory }] of office.signatories.entries()) {
    const picture = image === null ? null : await api.assets.add({ file: await take(join(samples, image)) })
    await api.entity.addSignatory({ ...signatory, entityName: null, imageAssetId: picture?.id ?? null, position })
  }
  // The papers of the example are sealed, so that all that follows can be tried: its root is nobody's.
  await api.seal.prepare({ computerName: office.computer })
}
