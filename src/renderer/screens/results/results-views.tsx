import { useText } from '../../language.tsx'
import { SwitchLine } from '../../ui/switch-line.tsx'
import { cohortHref } from '../programmes/cohort-frame.tsx'

/** The three sides of a group's results. */
export function ResultsViews(props: { readonly cohortId: string; readonly at: 'people' | 'rules' | 'acta' }) {
  const t = useText()
  const to = (rest: readonly string[]): string => cohortHref(props.cohortId, 'resultados', rest)
  return (
    <SwitchLine
      label={t('outcome.views')}
      tabs={[
        { word: t('outcome.viewPeople'), href: to([]), isOpen: props.at === 'people' },
        { word: t('outcome.viewRules'), href: to(['reglas']), isOpen: props.at === 'rules' },
        { word: t('outcome.viewActa'), href: to(['acta']), isOpen: props.at === 'acta' },
      ]}
    />
  )
}
