import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconPencil, IconX } from '../../ui/icons.ts'
import { actOnPapers } from './chosen-papers.ts'
import style from './corrections.module.css'

/** What can be done with an issued paper that says something wrong: issue it again, or annul it. Of one that counts no more, the procedure that ended it. */
export function CorrectionActions(props: { readonly id: string }) {
  const t = useText()
  const paper = useQuery('certificates.get', { id: props.id }).data
  if (paper === undefined) return null
  if (paper.state !== 'valid') {
    const { replacedBy } = paper
    return replacedBy === null || replacedBy.correctionId === '' ? null : <a href={href('certificates', ['correcciones', 'correccion', replacedBy.correctionId])}>{t('correctionScreens.seeProcedure')}</a>
  }
  return <PaperActs ids={[props.id]} />
}

/** The same for a selection in a list. */
export function PaperActs(props: { readonly ids: readonly string[] }) {
  const t = useText()
  return (
    <span className={style['acts']}>
      <Button size="compact-sm" leftSection={<IconPencil size={15} aria-hidden />} onClick={() => actOnPapers('corregir', props.ids)}>
        {t('correctionScreens.correct')}
      </Button>
      <Button size="compact-sm" leftSection={<IconX size={15} aria-hidden />} onClick={() => actOnPapers('anular', props.ids)}>
        {t('correctionScreens.annul')}
      </Button>
    </span>
  )
}
