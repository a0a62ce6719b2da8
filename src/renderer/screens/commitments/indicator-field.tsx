import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'

/** The indicator that tells an outcome: first the frame it is in, by itself that of the commitment, then the indicator. */
export function IndicatorField(props: { readonly commitmentId: string; readonly indicatorId: string | null; readonly frameId: string | null; readonly onSave: (id: string | null) => Promise<unknown> }) {
  const t = useText()
  const frames = useQuery('frames.list', {}).data ?? []
  const [chosen, setChosen] = useState<string | null>()
  const usual = props.frameId ?? frames.find((frame) => frame.commitmentId === props.commitmentId)?.id ?? null
  const frameId = chosen === undefined ? usual : chosen
  const frame = useQuery('frames.get', { id: frameId ?? '' }, { enabled: frameId !== null })
  const indicators = frameId === null ? [] : (frame.data?.indicators ?? [])
  return (
    <>
      <SelectField label={t('commitmentScreens.frame')} description={t('commitmentScreens.frameWhy')} value={frameId} choices={frames.map((one) => ({ value: one.id, label: one.name }))} onChange={setChosen} />
      <SelectField
        label={t('commitmentScreens.indicator')}
        value={indicators.some((one) => one.id === props.indicatorId) ? props.indicatorId : null}
        canBeEmpty
        disabled={frameId === null}
        choices={indicators.map((one) => ({ value: one.id, label: one.code === null ? one.name : `${one.code} ${one.name}` }))}
        onSave={props.onSave}
      />
    </>
  )
}
