import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { departments } from '../../../shared/domain/geography.ts'
import { parseNumber } from '../../../shared/domain/numbers.ts'
import { organisationKinds } from '../../../shared/domain/organisations.ts'
import { sectors } from '../../../shared/domain/sectors.ts'
import { areas } from '../../../shared/domain/traits.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import type { Choice } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import type { Actual } from './actual-panel.tsx'
import type { Indicator, Period } from './frame-rows.ts'
import style from './frame.module.css'

type Fields = Takes<'indicators.saveActual'>['fields']

/** By what a typed figure can be split: dimensions whose categories are the same in every office. */
const SPLITS = ['sex', 'area', 'sector', 'organisationKind', 'department'] as const
type SplitBy = (typeof SPLITS)[number]

/** One figure typed by hand: of which period, how much, and where it stands; once kept, the papers that prove it. */
export function ActualForm(props: { readonly indicator: Indicator; readonly periods: readonly Period[]; readonly actual: Actual | undefined; readonly periodId: string | null; readonly isFixed: boolean; readonly onDone: () => void }) {
  const t = useText()
  const { actual, indicator, isFixed } = props
  const save = useCommand('indicators.saveActual', { said: t('indicatorScreens.figureSaved') })
  const remove = useCommand('indicators.removeActual', { said: t('indicatorScreens.figureRemoved') })
  const open = props.periods.filter((one) => one.closedAt === null)
  const [value, setValue] = useState(actual === undefined ? '' : String(actual.value))
  const [fields, setFields] = useState<Omit<Fields, 'value' | 'periodId'> & { periodId: string | null }>(() => ({
    periodId: actual?.periodId ?? props.periodId ?? open[0]?.id ?? null,
    dimension: actual?.dimension ?? null,
    category: actual?.category ?? null,
    on: actual?.on ?? null,
    verification: actual?.verification ?? indicator.verification ?? '',
    note: actual?.note ?? null,
  }))
  const put = (some: Partial<typeof fields>): void => setFields((old) => ({ ...old, ...some }))
  const figure = parseNumber(value)
  const isReady = figure !== null && value.trim() !== '' && fields.verification.trim() !== '' && fields.periodId !== null && (fields.dimension === null || fields.category !== null)

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const { periodId } = fields
    if (!isReady || periodId === null) return
    if ((await save.run({ indicatorId: indicator.id, id: actual?.id ?? null, fields: { ...fields, periodId, value: figure } })) !== undefined) props.onDone()
  }
  return (
    <form noValidate className={style['boxed']} onSubmit={(event) => void onSubmit(event)}>
      <Row columns={[1, 1]}>
        <TextField label={indicator.unit === null ? t('indicatorScreens.value') : `${t('indicatorScreens.value')} (${indicator.unit})`} required autoFocus={actual === undefined} disabled={isFixed} inputMode="decimal" maxLength={20} value={value} error={value.trim() !== '' && figure === null ? t('indicatorScreens.badNumber') : undefined} onChange={setValue} />
        {props.periodId === null ? (
          <SelectField label={t('indicatorScreens.period')} required value={fields.periodId} choices={open.map((one) => ({ value: one.id, label: one.name }))} onChange={(periodId) => put({ periodId })} />
        ) : (
          <DateField label={t('indicatorScreens.typedOn')} disabled={isFixed} value={fields.on} onChange={(on) => put({ on })} />
        )}
      </Row>
      <TextField label={t('indicatorScreens.typedVerification')} placeholder={t('indicatorScreens.typedExample')} required disabled={isFixed} maxLength={500} value={fields.verification} onChange={(verification) => put({ verification })} />
      <ForWhom fields={fields} isFixed={isFixed} onPut={put} />
      <TextField label={t('indicatorScreens.typedNote')} disabled={isFixed} maxLength={500} value={fields.note ?? ''} onChange={(note) => put({ note })} />
      <Failure error={save.error ?? remove.error} onClose={() => (save.forget(), remove.forget())} />
      {!isFixed && (
        <div className={style['acts']}>
          {actual !== undefined && (
            <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void remove.run({ id: actual.id })}>
              {t('indicatorScreens.removeFigure')}
            </Button>
          )}
          <Button type="submit" variant="filled" disabled={!isReady} loading={save.running}>
            {t('indicatorScreens.saveFigure')}
          </Button>
        </div>
      )}
      {actual === undefined ? <p className={style['soft']}>{t('indicatorScreens.proofAfter')}</p> : <AttachmentList owner="actuals" ownerId={actual.id} title={t('indicatorScreens.proof')} />}
    </form>
  )
}

function ForWhom(props: { readonly fields: Pick<Fields, 'dimension' | 'category'>; readonly isFixed: boolean; readonly onPut: (some: Pick<Fields, 'dimension' | 'category'>) => void }) {
  const t = useText()
  const { fields } = props
  const dimension = SPLITS.find((one) => one === fields.dimension)
  return (
    <Row>
      <SelectField
        label={t('indicatorScreens.typedFor')}
        disabled={props.isFixed}
        value={fields.dimension ?? ''}
        choices={[{ value: '', label: t('indicatorScreens.typedWhole') }, ...SPLITS.map((one) => ({ value: one, label: t('indicatorScreens.dimensionName', { dimension: one }) }))]}
        onChange={(value) => props.onPut({ dimension: value === '' ? null : value, category: null })}
      />
      {dimension !== undefined && <SelectField label={t('indicatorScreens.typedCategory')} required disabled={props.isFixed} value={fields.category} choices={categoriesOf(t, dimension)} onChange={(category) => props.onPut({ dimension, category })} />}
    </Row>
  )
}

function categoriesOf(t: Text, dimension: SplitBy): readonly Choice[] {
  if (dimension === 'sex') return ['F', 'M'].map((sex) => ({ value: sex, label: t('lists.sexName', { sex }) }))
  if (dimension === 'area') return areas.map((area) => ({ value: area, label: t('indicatorScreens.areaName', { area }) }))
  if (dimension === 'sector') return sectors.map((sector) => ({ value: sector, label: t('lists.sectorName', { sector }) }))
  if (dimension === 'organisationKind') return organisationKinds.map((kind) => ({ value: kind, label: t('organisations.kindName', { kind }) }))
  return departments.map((one) => ({ value: one.code, label: one.name }))
}
