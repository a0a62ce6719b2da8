import { useState } from 'react'
import type { AppError } from '../../../../shared/rpc/errors.ts'
import { failureOf, useJob, useSendFile } from '../../../api.ts'
import type { Gives } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { pickFiles } from '../../../ui/pick-files.ts'

export type Added = Gives<'assets.add'>

const KINDS = '.png,.jpg,.jpeg'

/** Takes images into the records. What is no image, or too large, is refused by the core with its sentence. */
export function useAddImage() {
  const t = useText()
  const send = useSendFile()
  const add = useJob('assets.add', { label: t('designEditor.takingImage'), quiet: true })
  const [error, setError] = useState<AppError>()
  const take = async (file: File): Promise<Added | undefined> => {
    setError(undefined)
    try {
      return await add.run({ file: await send(file) })
    } catch (thrown) {
      setError(failureOf(thrown, t))
      return undefined
    }
  }
  const pick = async (): Promise<Added | undefined> => {
    const [file] = await pickFiles(KINDS)
    return file === undefined ? undefined : take(file)
  }
  return { take, pick, error: error ?? add.error, forget: () => (setError(undefined), add.forget()) }
}
