import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import type { Progress, Transport, WireNews } from '../../src/shared/rpc/wire.ts'
import { aPerson } from '../support/builders.ts'

/** What every transport must carry: a call, a refusal at its field, a file in and out, progress, cancel, news. */
export async function everythingIsCarried(transport: Transport, image: Uint8Array): Promise<void> {
  const api = createClient(contract, transport, randomUUID)
  const news: WireNews[] = []
  const stop = transport.onNews((one) => news.push(one))

  await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567', givenNames: 'Ĩwã Tsamajẽin' }))
  const { rows } = await api.people.list({ search: 'iwa' })
  expect(rows).toMatchObject([{ documentNumber: '01234567', givenNames: 'Ĩwã Tsamajẽin' }])
  // News begin when the stream is open, which may be after the first change.
  await expect
    .poll(async () => {
      await api.entity.save({ city: 'Cusco' })
      return news.some((one) => one.kind === 'changed' && one.topics.includes('entity'))
    })
    .toBe(true)

  await expect(api.people.create(aPerson({ firstSurname: '' }))).rejects.toMatchObject({ code: 'invalid', fields: { firstSurname: 'Falta este dato.' } })
  await expect(api.editions.get({ id: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing' })

  const file = await transport.send('logo de prueba.png', image)
  expect(file).toMatchObject({ name: 'logo de prueba.png', size: image.length, type: 'png' })
  const asset = await api.assets.add({ file })
  expect(asset).toMatchObject({ type: 'png', name: 'logo de prueba.png' })

  const steps: Progress[] = []
  const report = await api.reports.register({ format: 'xlsx' }, { onProgress: (step) => steps.push(step) })
  expect(Buffer.from(await transport.fetch(report)).subarray(0, 2).toString()).toBe('PK')
  await expect.poll(() => steps.length).toBeGreaterThan(0)

  const english = createClient(contract, transport, randomUUID, () => 'en')
  await expect(english.editions.get({ id: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ message: 'That edition no longer exists.' })
  await expect(api.app.openExample({}, { onStart: (cancel) => setTimeout(cancel, 1) })).rejects.toMatchObject({ code: 'cancelled' })
  stop()
}
