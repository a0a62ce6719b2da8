import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { emptyDefinition } from '../../../shared/domain/counting/definition.ts'
import { countedThings } from '../../../shared/domain/counting/dimensions.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { resultTitle } from './frame-rows.ts'
import type { Result } from './frame-rows.ts'
import style from './frame.module.css'

/** A new indicator: as the funder calls it, its unit, and what it counts; who counts is said next. */
export function NewIndicatorPanel(props: { readonly frameId: string; readonly results: readonly Result[]; readonly resultId: string | null; readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useText()
  const form = useId()
  const create = useCommand('indicators.create', { said: t('indicatorScreens.indicatorCreated') })
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [unit, setUnit] = useState<string>()
  const [resultId, setResultId] = useState(props.resultId)
  const [counts, setCounts] = useState<CountedThing>('people')
  const shownUnit = unit ?? t('indicatorScreens.unitUsual', { counts })
  const isByHand = counts === 'manual' || counts === 'sum' || counts === 'share'

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const definition = { ...emptyDefinition, roles: isByHand || counts === 'sessions' || counts === 'initiatives' || counts === 'rows' ? [] : (['participant'] as const).slice() }
    const made = await create.run({
      frameId: props.frameId,
      fields: { resultId, code, name, unit: shownUnit, counts, once: 'ever', definition, parts: [], over: [], hourMinutes: 60, baseline: null, baselineOn: null, baselineNote: null, verification: null, dimensions: isByHand ? [] : ['sex'], notes: null },
    })
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <Panel
      title={t('indicatorScreens.newIndicator')}
      width={480}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="subtle" onClick={props.onClose}>
            {t('frame.cancel')}
          </Button>
          <Button type="submit" form={form} variant="filled" disabled={name.trim() === ''} loading={create.running}>
            {counts === 'manual' ? t('indicatorScreens.createPlain') : t('indicatorScreens.createIndicator')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className={style['form']} onSubmit={(event) => void onSubmit(event)}>
        <TextField label={t('indicatorScreens.indicatorName')} placeholder={t('indicatorScreens.indicatorExample')} required autoFocus maxLength={400} value={name} onChange={setName} />
        <SelectField
          label={t('indicatorScreens.whatCounts')}
          description={t('indicatorScreens.countedWhy', { counts })}
          value={counts}
          choices={countedThings.map((one) => ({ value: one, label: t('indicatorScreens.countedTitle', { counts: one }) }))}
          onChange={(value) => setCounts(countedThings.find((one) => one === value) ?? counts)}
        />
        <Row columns={[1, 2]}>
          <TextField label={t('indicatorScreens.code')} maxLength={20} value={code} onChange={setCode} />
          <TextField label={t('indicatorScreens.unit')} description={t('indicatorScreens.unitWhy')} maxLength={60} value={shownUnit} onChange={setUnit} />
        </Row>
        {props.results.length > 0 && (
          <SelectField label={t('indicatorScreens.result')} value={resultId} canBeEmpty choices={props.results.map((one) => ({ value: one.id, label: resultTitle(one) }))} onChange={setResultId} />
        )}
        <Failure error={create.error} onClose={create.forget} />
      </form>
    </Panel>
  )
}
