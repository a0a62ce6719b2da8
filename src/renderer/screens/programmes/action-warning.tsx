import { actionWarning } from '../../../shared/domain/training.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Note } from '../../ui/note.tsx'

const NOBODY = '00000000-0000-7000-8000-000000000000'

/** What the office should know before it calls an action so. `organiserId`: the organisation that organises, when it is named. */
export function ActionWarning(props: { readonly actionType: string; readonly organiserId: string | undefined }) {
  const t = useText()
  const isAsked = props.organiserId !== undefined && actionWarning(props.actionType, null) !== null
  const organiser = useQuery('organisations.get', { id: props.organiserId ?? NOBODY }, { enabled: isAsked })
  if (isAsked && organiser.data === undefined) return null
  return actionWarning(props.actionType, organiser.data?.kind ?? null) === null ? null : <Note tone="warn">{t('training.diplomado')}</Note>
}
