import { createHash } from 'node:crypto'
import { verificationCode } from '../../../shared/domain/numbering.ts'

/** The code by which people name a computer to another: ten characters made from its id, the last one a check on the others. */
export function computerCode(device: string): string {
  return verificationCode(createHash('sha256').update(`equipo:${device}`).digest())
}
