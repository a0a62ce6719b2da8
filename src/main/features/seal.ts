import { verifyText } from '../../shared/domain/seal/verify.ts'
import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { verificationOf } from './seal/answer.ts'
import { knowledgeOf } from './seal/known.ts'
import { publishList } from './seal/lists.ts'
import { distrustOffice, exportOffice, readOffice, trustOffice } from './seal/offices.ts'
import { saveVerifier } from './seal/page.ts'
import { markKeyCompromised, prepareSeal, renewKey } from './seal/prepare.ts'
import { sealState } from './seal/state.ts'
import { verifyTyped } from './seal/typed.ts'
import { reportFiles, verifyFiles } from './seal/verify-files.ts'

/** The seal of authenticity, docs/sello.md. It is no "firma digital" and no "CVD". */
export const seal: Handlers<typeof contract.seal> = {
  state: (context) => sealState(context),
  prepare: (context, { computerName }) => prepareSeal(context, computerName),
  renew: (context, input) => renewKey(context, input),
  markCompromised: (context, input) => markKeyCompromised(context, input),
  exportOffice: (context) => exportOffice(context),
  readOffice: (context, { file }) => readOffice(context, file),
  trustOffice: (context, { file }) => trustOffice(context, file),
  distrustOffice: (context, { rootId }) => distrustOffice(context, rootId),
  publishList: (context, { nextOn }) => publishList(context, nextOn),
  saveVerifier: (context) => saveVerifier(context),
  verify: async ({ db, language, now, about }, input) => {
    if (input.kind === 'typed') return verifyTyped(db, input, language)
    const known = await knowledgeOf(db, now())
    return verificationOf(db, verifyText(input.text, known), { known, language, device: about.device })
  },
  verifyFiles: (context, { files }) => verifyFiles(context, files),
  reportFiles: (context, { files }) => reportFiles(context, files),
}
