import type { InPostState } from '../../../shared/domain/network.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconArrowRight, IconBuilding, IconCircle, IconCircleCheck, IconMinus } from '../../ui/icons.ts'
import { SwitchLine } from '../../ui/switch-line.tsx'
import style from './network.module.css'

export type Params = Readonly<Record<string, string>>

const ICONS = { samePost: IconCircleCheck, sameOrganisation: IconBuilding, elsewhere: IconArrowRight, notWorking: IconMinus, unknown: IconCircle } as const satisfies Record<InPostState, unknown>

/** Where somebody is now: a sign and the word. */
export function InPostWord({ state }: { readonly state: InPostState }) {
  const t = useText()
  const Icon = ICONS[state]
  return (
    <span className={style['state']} data-state={state}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {t('network.inPost', { state })}
    </span>
  )
}

/** The two lists of this part. */
export function NetworkTabs(props: { readonly at: 'alumni' | 'directory' }) {
  const t = useText()
  const tabs = [
    { word: t('networkScreens.alumni'), href: href('outcomes', ['red']), isOpen: props.at === 'alumni' },
    { word: t('networkScreens.directory'), href: href('outcomes', ['red', 'directorio']), isOpen: props.at === 'directory' },
  ]
  return <SwitchLine label={t('outcomes.tabNetwork')} tabs={tabs} />
}

/** What the address says after a change; null takes a word out. */
export function changed(params: Params, change: Readonly<Record<string, string | null>>): Params {
  return Object.fromEntries(Object.entries({ ...params, ...change }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))
}

/** What is said in one line of a post and its organisation. */
export function bothOf(post: string | null, organisation: string | null): string {
  return [post, organisation].filter((word) => word !== null).join(', ')
}
