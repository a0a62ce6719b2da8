import { drawRegisterBook } from '../../src/main/documents/drawing-batch.ts'
import { registerBook } from '../documents/register-book-sample.ts'
import { medianOf, report } from './measure.ts'

/** The libro de registro drawn, from asking to the last byte, the start of its thread included. */
const book = registerBook(10_000)
let bytes = 0
const draw = async (): Promise<void> => {
  bytes = 0
  for await (const piece of drawRegisterBook(book)) bytes += piece.length
}
report('libro de registro of 10,000 papers', `${Math.round(await medianOf(3, draw))} ms`, `402 pages · ${Math.round(bytes / 1024)} KB`)
