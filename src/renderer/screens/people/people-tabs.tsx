import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import style from './people.module.css'

/** The two lists of this place. */
export function PeopleTabs(props: { readonly at: 'people' | 'organisations' }) {
  const t = useText()
  return (
    <nav className={style['tabs']} aria-label={t('people.title')}>
      <a href={href('people')} aria-current={props.at === 'people' ? 'page' : undefined}>
        {t('people.title')}
      </a>
      <a href={href('people', ['organizaciones'])} aria-current={props.at === 'organisations' ? 'page' : undefined}>
        {t('organisations.title')}
      </a>
    </nav>
  )
}
