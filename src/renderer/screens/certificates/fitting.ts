import type { Gives } from '../../api.ts'
import type { How } from './use-issue.ts'

type Role = Gives<'enrolments.list'>[number]['role']

/** A model of the app or a design of the office, as the desk offers it. */
export interface DesignChoice {
  readonly ref: How['model']
  readonly name: string
  readonly paperKind: How['paperKind'] | null
  readonly role: Role | null
  readonly isOwn: boolean
}

interface Asked {
  readonly paperKind: How['paperKind']
  readonly roles: readonly Role[]
}

/** The office's own first. A design that was never saved as a version cannot be issued with. */
export function choicesOf({ models, designs }: Gives<'designs.list'>): DesignChoice[] {
  return [
    ...designs.filter((one) => one.version > 0).map(({ id, name, paperKind, role }) => ({ ref: id, name, paperKind, role, isOwn: true })),
    ...models.map(({ model, name, paperKind, role }) => ({ ref: model, name, paperKind, role, isOwn: false })),
  ]
}

/** Those made for this kind of paper and for what these people did; those made for anything too. */
export function designsThatFit(designs: readonly DesignChoice[], { paperKind, roles }: Asked): DesignChoice[] {
  return designs.filter((one) => (one.paperKind === null || one.paperKind === paperKind) && (one.role === null || roles.length === 0 || roles.includes(one.role)))
}

/** What is proposed: what was used last when it fits, else the first of the app that was made for this; the sober one fits everybody. */
export function proposedDesign(designs: readonly DesignChoice[], asked: Asked, remembered: string | null): How['model'] {
  const fitting = designsThatFit(designs, asked)
  const last = fitting.find((one) => one.ref === remembered)
  return (last ?? fitting.find((one) => !one.isOwn) ?? fitting[0])?.ref ?? 'sober'
}
