import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { SwitchLine } from '../../ui/switch-line.tsx'

/** The two lists of this place. */
export function PeopleTabs(props: { readonly at: 'people' | 'organisations' }) {
  const t = useText()
  const tabs = [
    { word: t('people.title'), href: href('people'), isOpen: props.at === 'people' },
    { word: t('organisations.title'), href: href('people', ['organizaciones']), isOpen: props.at === 'organisations' },
  ]
  return <SwitchLine label={t('people.title')} tabs={tabs} />
}
