import { useText } from '../language.tsx'
import { href, PLACES } from '../router.ts'
import type { Place } from '../router.ts'
import { IconBooks, IconCertificate, IconChartBar, IconHome, IconSettings, IconUsers } from '../ui/icons.ts'
import { Guilloche, Seal } from '../ui/seal.tsx'
import { PLACE_WORDS } from './places.ts'
import style from './rail.module.css'

const ICONS = { home: IconHome, people: IconUsers, programmes: IconBooks, certificates: IconCertificate, outcomes: IconChartBar, settings: IconSettings } as const

/** The places, named by the work. Alt and the number go there. */
export function Rail(props: { readonly place: Place }) {
  const t = useText()
  return (
    <nav className={style['rail']} aria-label={t('frame.places')}>
      <a href={href('home')} className={style['mark']} aria-label={t('frame.app')} tabIndex={-1}>
        <Seal size={40} />
      </a>
      <ul>
        {PLACES.map((place, at) => {
          const Icon = ICONS[place]
          return (
            <li key={place} data-last={place === 'settings'}>
              <a href={href(place)} aria-current={place === props.place ? 'page' : undefined} aria-keyshortcuts={`Alt+${at + 1}`}>
                <Icon size={22} stroke={1.5} aria-hidden />
                <span>{t(PLACE_WORDS[place])}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <Guilloche size={190} className={style['paper']} />
    </nav>
  )
}
