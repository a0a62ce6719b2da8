import style from './tab-line.module.css'

export interface Tab {
  readonly word: string
  readonly href: string
  readonly isOpen: boolean
  /** How much waits there; nothing is shown for undefined. */
  readonly count?: number | undefined
}

/** The parts of one record, each with an address of its own. */
export function TabLine(props: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className={style['tabs']} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.isOpen ? 'page' : undefined}>
          {tab.word}
          {tab.count !== undefined && <span className={style['count']}>{tab.count.toLocaleString('es-PE')}</span>}
        </a>
      ))}
    </nav>
  )
}
