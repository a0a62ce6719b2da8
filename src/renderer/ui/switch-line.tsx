import style from './switch-line.module.css'
import type { Tab } from './tab-line.tsx'

/** Two or three ways to look at one thing, each with an address of its own. */
export function SwitchLine(props: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className={style['switch']} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.isOpen ? 'page' : undefined}>
          {tab.word}
        </a>
      ))}
    </nav>
  )
}
