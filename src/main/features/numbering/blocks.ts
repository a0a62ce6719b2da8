import { readFile } from 'node:fs/promises'
import type { contract } from '../../../shared/contract/index.ts'
import { groupedCode, readVerificationCode } from '../../../shared/domain/numbering.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { CommandContext, JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { entityOf } from '../entity/records.ts'
import { live } from '../live.ts'
import type { BlockBody } from './block-file.ts'
import { blockBytes, readBlock } from './block-file.ts'
import { computerCode } from './computer.ts'
import { numbersOnPaper } from './list.ts'
import { numberIn, printsAlike } from './series.ts'
import { HIGHEST, beyondAll, blocksOf, firstFree, lastGiven, ownsSeries } from './take.ts'

type Calls = typeof contract.numbering
type Series = EntityTables['series']

/** Sets the next numbers aside for another computer. From then on this one is known as the keeper of the series. */
export async function reserve({ db, about, now }: CommandContext, { seriesId, year, count, holder: written, holderName }: ParsedInputOf<Calls['reserve']>): Promise<{ id: string; act: string }> {
  const series = await live(db, 'series', seriesId, 'certificates.seriesMissing')
  if (!ownsSeries(series, about.device)) refuse('numbering.notOurs', { series: series.name, owner: groupedCode(series.owner ?? '') })
  const { code: holder } = readVerificationCode(written)
  if (holder === null) refuse('numbering.badComputer', { code: written.trim() })
  const here = computerCode(about.device)
  if (holder === here) refuse('numbering.sameComputer', { code: groupedCode(here) })
  const first = await beyondAll(db, { series, year })
  const last = first + count - 1
  if (last > HIGHEST) refuse('numbering.tooManyNumbers')
  if (series.owner === null) await db.change('series', series.id, { owner: here })
  const [id = ''] = await db.add('numberBlocks', [{ seriesId, year, first, last, holder, holderName, givenAt: now(), returnedAt: null, returnReason: null }])
  return { id, act: db.act }
}

/** The series and the block as a file for the computer that holds it. */
export async function exportBlock({ read, files, about, language }: JobContext, blockId: string): Promise<FileRef> {
  const { series: row, block, entity } = await read(async (db) => {
    const one = await live(db, 'numberBlocks', blockId, 'numbering.blockMissing')
    return { block: one, series: await live(db, 'series', one.seriesId, 'certificates.seriesMissing'), entity: await entityOf(db) }
  })
  if (block.returnedAt !== null) refuse('numbering.wasReturned', { name: block.holderName })
  const { removedAt: _, owner, ...series } = row
  const { id, year, first, last, holder, holderName, givenAt } = block
  const printed = numberIn(row, entity, year, first)
  const name = say(language, 'numbering.blockFileName', { name: holderName, series: series.name, year: String(year), first, last })
  return files.write(`${name}.numeros.json`, blockBytes({ owner: owner ?? computerCode(about.device), series, block: { id, year, first, last, holder, holderName, givenAt }, printed }))
}

/** Takes a block in. The same file again changes nothing. */
export async function loadBlock({ write, files, about }: JobContext, file: FileRef): Promise<OutputOf<Calls['loadBlock']>> {
  const body = readBlock(await readFile(files.path(file)), file.name)
  const here = computerCode(about.device)
  const { block, series, owner } = body
  if (block.holder !== here) refuse('numbering.forAnother', { name: block.holderName, code: groupedCode(block.holder), here: groupedCode(here) })
  if (owner === here) refuse('numbering.keptHere', { series: series.name })
  return write(async (db) => {
    await takeSeries(db, body, here)
    await takeBlock(db, body)
    const entity = await entityOf(db)
    const printed = numberIn(series, entity, block.year, block.first)
    return { id: block.id, act: db.act, seriesName: series.name, first: printed, last: numberIn(series, entity, block.year, block.last), printedThere: printed === body.printed ? null : body.printed }
  })
}

/** The series as its keeper has it. Own ones that would print the same numbers are put away, or may number no more. */
async function takeSeries(db: Writer, { series: { id, ...fields }, owner }: BlockBody, here: string): Promise<void> {
  const known = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst()
  if (known === undefined) await db.add('series', [{ id, ...fields, owner }])
  else if (known.owner !== owner) refuse('numbering.keptHere', { series: known.name })
  else await db.change('series', id, { ...fields, removedAt: null })
  const entity = await entityOf(db)
  const others = await db.selectFrom('series').selectAll().where('removedAt', 'is', null).where('paperKind', '=', fields.paperKind).where('id', '<>', id).orderBy('id').execute()
  for (const other of others.filter((one) => (one.owner === null || one.owner === here) && printsAlike(one, fields, entity))) {
    // It hands out blocks of the same numbers itself: one of the two has to give way, and people say which.
    if (other.owner === here) refuse('numbering.twoKeepers', { series: other.name })
    if (await hasNumbers(db, other)) await db.change('series', other.id, { owner })
    else await db.remove('series', other.id)
  }
}

async function hasNumbers(db: Writer, { id }: Pick<Series, 'id'>): Promise<boolean> {
  for (const table of ['seriesCounters', 'numberBlocks'] as const) {
    if ((await db.selectFrom(table as 'seriesCounters').select('id').where('seriesId', '=', id).limit(1).executeTakeFirst()) !== undefined) return true
  }
  return false
}

async function takeBlock(db: Writer, { series, block }: BlockBody): Promise<void> {
  const { id, year, first, last } = block
  const known = await db.selectFrom('numberBlocks').selectAll().where('id', '=', id).executeTakeFirst()
  if (known !== undefined) {
    if (known.first === first && known.last === last && known.year === year && known.seriesId === series.id) return
    refuse('numbering.otherBlockKnown', { name: block.holderName })
  }
  const crossing = (await blocksOf(db, series.id, year)).find((one) => one.first <= last && first <= one.last)
  if (crossing !== undefined) refuse('numbering.overlaps', { first, last, otherFirst: crossing.first, otherLast: crossing.last, name: crossing.holderName })
  const [taken] = await numbersOnPaper(db, series, { year, first, last })
  if (taken !== undefined) refuse('numbering.givenAlready', { number: taken, series: series.name })
  await refuseTwins(db, series, block)
  await db.add('numberBlocks', [{ ...block, seriesId: series.id, returnedAt: null, returnReason: null }])
}

/** An own series that prints the same numbers may have given some of the block's already. */
async function refuseTwins(db: Writer, series: BlockBody['series'], { year, first, last }: BlockBody['block']): Promise<void> {
  const entity = await entityOf(db)
  const others = await db.selectFrom('series').selectAll().where('paperKind', '=', series.paperKind).where('id', '<>', series.id).orderBy('id').execute()
  for (const other of others.filter((one) => printsAlike(one, series, entity))) {
    const [taken] = await numbersOnPaper(db, other, { year, first, last })
    if (taken !== undefined) refuse('numbering.givenAlready', { number: taken, series: other.name })
  }
}

/** What is left of a block is not given any more, by nobody. */
export async function returnBlock({ db, about, now }: CommandContext, { blockId, reason }: ParsedInputOf<Calls['returnBlock']>): Promise<{ id: string; act: string }> {
  const block = await live(db, 'numberBlocks', blockId, 'numbering.blockMissing')
  const series = await live(db, 'series', block.seriesId, 'certificates.seriesMissing')
  if (block.returnedAt !== null) refuse('numbering.wasReturned', { name: block.holderName })
  const isHere = block.holder === computerCode(about.device)
  if (!isHere && !ownsSeries(series, about.device)) refuse('numbering.notOurs', { series: series.name, owner: groupedCode(series.owner ?? '') })
  if (isHere && (await firstFree(db, series, block, await lastGiven(db, series.id, block.year))) > block.last) refuse('numbering.usedUp', { first: block.first, last: block.last })
  await db.change('numberBlocks', blockId, { returnedAt: now(), returnReason: reason })
  return { id: blockId, act: db.act }
}
