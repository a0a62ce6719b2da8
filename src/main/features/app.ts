import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'

export const app: Handlers<typeof contract.app> = {
  about: async ({ about, today, who }) => {
    const { version, engine, folder, example } = about
    return { version, engine, folder, example, today: today(), who }
  },
  openExample: async ({ workspace, step }) => {
    await workspace.openExample(step)
    return {}
  },
  leaveExample: async ({ workspace }) => {
    await workspace.leaveExample()
    return {}
  },
}
