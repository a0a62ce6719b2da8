import { describe, expect, test } from 'vitest'
import { drawReport } from '../../src/main/documents/drawing-batch.ts'
import type { Row } from '../../src/main/documents/report-model.ts'
import { reportPdf } from '../../src/main/documents/report-pdf.ts'
import { collected, participant, report } from './report-sample.ts'

const people = Array.from({ length: 700 }, (_, n) => participant(n))

describe('a report drawn in its own thread', () => {
  test('is the same paper as drawn here, rows given whole or one by one', async () => {
    const here = await reportPdf(report(people))
    expect(Buffer.compare(await collected(drawReport('pdf', report(people))), here)).toBe(0)
    expect(Buffer.compare(await collected(drawReport('pdf', report(oneByOne()))), here)).toBe(0)
  })

  test('gives a workbook too', async () => {
    const bytes = await collected(drawReport('xlsx', report(people)))
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
    expect(bytes.length).toBeGreaterThan(30_000)
  })

  test('stops at once when it is told to, with the reason it was given', async () => {
    const stop = new AbortController()
    async function* rows(): AsyncGenerator<Row> {
      for (let n = 0; ; n++) {
        if (n === 1_500) stop.abort(new Error('cancelled by the person'))
        yield participant(n)
      }
    }
    await expect(collected(drawReport('pdf', report(rows()), { signal: stop.signal }))).rejects.toThrow('cancelled by the person')
  })

  test('does not begin when it was stopped before', async () => {
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(collected(drawReport('xlsx', report(people), { signal }))).rejects.toThrow('too late')
  })

  test('throws what its rows throw', async () => {
    async function* rows(): AsyncGenerator<Row> {
      yield participant(0)
      throw new RangeError('the database closed')
    }
    await expect(collected(drawReport('pdf', report(rows())))).rejects.toThrow(RangeError)
  })

  test('throws what the drawing throws: a logo that is no image', async () => {
    const header = { ...report([]).header, logos: [new Uint8Array([1, 2, 3, 4, 5])] }
    await expect(collected(drawReport('pdf', report(people, { header })))).rejects.toThrow(/image/i)
  })
})

async function* oneByOne(): AsyncGenerator<Row> {
  yield* people
}
