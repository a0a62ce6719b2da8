import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'

export interface ProcedureState {
  readonly reason: string
  readonly day: string | null
  readonly resolution: string
  readonly isReady: boolean
  readonly set: (fields: { readonly reason?: string; readonly day?: string | null; readonly resolution?: string }) => void
}

/** Why, decided when, and by which resolution: asked by both procedures. The day is today until another is written. */
export function useProcedure(): ProcedureState {
  const today = useQuery('app.about', {}).data?.today ?? null
  const [fields, setFields] = useState<{ readonly reason: string; readonly day?: string | null; readonly resolution: string }>({ reason: '', resolution: '' })
  const day = fields.day === undefined ? today : fields.day
  return { reason: fields.reason, resolution: fields.resolution, day, isReady: fields.reason.trim() !== '' && day !== null, set: (given) => setFields((old) => ({ ...old, ...given })) }
}

export function ProcedureFields(props: { readonly procedure: ProcedureState; readonly example: string; readonly hint: string }) {
  const t = useText()
  const { procedure } = props
  return (
    <>
      <TextField label={t('correctionScreens.reason')} description={props.hint} required autoFocus lines={3} maxLength={500} placeholder={props.example} value={procedure.reason} onChange={(reason) => procedure.set({ reason })} />
      <DateField label={t('correctionScreens.decidedOn')} required value={procedure.day} onChange={(day) => procedure.set({ day })} />
      <TextField label={t('correctionScreens.resolution')} maxLength={160} placeholder={t('correctionScreens.resolutionExample')} value={procedure.resolution} onChange={(resolution) => procedure.set({ resolution })} />
    </>
  )
}
