import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import style from './corrections.module.css'

/** Beside a person's data: papers in her name that still say what she was called before, and the way to correct them. Says nothing while there are none. */
export function PersonPapers(props: { readonly record: Gives<'people.get'> }) {
  const t = useText()
  const { person, certificates } = props.record
  const holdsAny = certificates.some((paper) => paper.state === 'valid')
  const affected = useQuery('corrections.affected', { personIds: [person.id] }, { enabled: holdsAny }).data
  const n = affected?.certificates.length ?? 0
  if (!holdsAny || n === 0) return null
  return (
    <p className={style['quietLine']} role="status">
      {t('correctionScreens.holdsPapers', { n })} <a href={href('certificates', ['correcciones', 'corregir'], { persona: person.id })}>{t('correctionScreens.correctThem', { n })}</a>
    </p>
  )
}
