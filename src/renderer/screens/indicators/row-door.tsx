import { useEffect } from 'react'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { replace } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'

/** Leads from a row behind a figure to the row in its register, which the figure does not name. */
export function RowDoor(props: { readonly rowId: string }) {
  const t = useText()
  const row = useQuery('resultRegisters.row', { id: props.rowId })
  const registerId = row.data?.registerId
  useEffect(() => {
    if (registerId !== undefined) replace('outcomes', ['registros', registerId, props.rowId])
  }, [registerId, props.rowId])
  return (
    <Screen title={t('outcomes.tabRegisters')} tabs={<OutcomeTabs at="registros" />}>
      <Failure error={row.error} onRetry={row.reload} />
    </Screen>
  )
}
