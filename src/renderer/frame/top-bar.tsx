import { useLanguage } from '../language.tsx'
import { href } from '../router.ts'
import type { Route } from '../router.ts'
import { IconChevronRight, IconKeyboard, IconLanguage, IconSearch } from '../ui/icons.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { useCrumbs } from './crumbs.ts'
import { PLACE_WORDS } from './places.ts'
import style from './frame.module.css'

/** Where I am, the search, the language, who I am. */
export function TopBar(props: { readonly route: Route; readonly who: string | undefined; readonly onSearch: () => void; readonly onHelp: () => void }) {
  const { language, setLanguage, t } = useLanguage()
  const crumbs = [{ word: t(PLACE_WORDS[props.route.place]), href: href(props.route.place) }, ...useCrumbs()]
  return (
    <header className={style['top']}>
      <nav className={style['where']} aria-label={t('frame.whereIAm')}>
        <ol>
          {crumbs.map((crumb, at) => (
            <li key={`${at}${crumb.word}`} aria-current={at === crumbs.length - 1 ? 'location' : undefined}>
              {at > 0 && <IconChevronRight size={14} aria-hidden />}
              {crumb.href !== undefined && at < crumbs.length - 1 ? <a href={crumb.href}>{crumb.word}</a> : <span>{crumb.word}</span>}
            </li>
          ))}
        </ol>
      </nav>
      <button type="button" className={style['search']} onClick={props.onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span>{t('frame.searchHint')}</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      <div className={style['tools']}>
        <button type="button" title={t('frame.changeLanguage')} aria-label={t('frame.changeLanguage')} onClick={() => setLanguage(language === 'es' ? 'en' : 'es')}>
          <IconLanguage size={17} stroke={1.5} aria-hidden />
          {t('frame.languageShort')}
        </button>
        <button type="button" title={t('frame.shortcuts')} aria-label={t('frame.shortcuts')} aria-keyshortcuts="F1" onClick={props.onHelp}>
          <IconKeyboard size={19} stroke={1.5} aria-hidden />
        </button>
        {props.who !== undefined && props.who !== '' && (
          <span className={style['who']}>
            <span className={style['initial']} aria-hidden>
              {props.who.slice(0, 1).toUpperCase()}
            </span>
            <span>{props.who}</span>
          </span>
        )}
      </div>
    </header>
  )
}
