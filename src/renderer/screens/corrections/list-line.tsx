import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Note } from '../../ui/note.tsx'

/** Where papers bear a seal: the list that verifiers ask is behind until it is published again. Says nothing while it is not. */
export function ListLine() {
  const t = useText()
  const seal = useQuery('seal.state', {}).data
  if (seal === undefined || seal.root === null) return null
  const isBehind = seal.list === null ? seal.keys.some((key) => key.annulled > 0) : seal.list.isBehind
  if (!isBehind) return null
  return (
    <Note tone="warn" actions={<a href={href('settings', ['sello'])}>{t('correctionScreens.publishList')}</a>}>
      {t('correctionScreens.listBehind')}
    </Note>
  )
}
