import { Button } from '@mantine/core'
import { parseNumber } from '../../../shared/domain/numbers.ts'
import { AppError } from '../../../shared/rpc/errors.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { resultTitle } from './frame-rows.ts'
import type { FrameSeen, Indicator } from './frame-rows.ts'
import style from './breakdown.module.css'

/** What the sheet of the funder says of an indicator beside its figures; each field saves itself. */
export function CardView(props: { readonly seen: FrameSeen; readonly indicator: Indicator }) {
  const t = useText()
  const { indicator, seen } = props
  const update = useCommand('indicators.update', { quiet: true })
  const remove = useCommand('indicators.remove', { said: t('indicatorScreens.indicatorRemoved') })
  const save = (fields: Takes<'indicators.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: indicator.id, fields })
  const saveBaseline = (typed: string): Promise<unknown> => {
    const baseline = typed === '' ? null : parseNumber(typed)
    return baseline === null && typed !== '' ? Promise.reject(new AppError({ code: 'invalid', message: t('indicatorScreens.badNumber') })) : save({ baseline })
  }
  const takeOff = async (): Promise<void> => {
    if ((await remove.run({ id: indicator.id })) !== undefined) go('outcomes', ['indicadores', indicator.frameId])
  }
  return (
    <div className={style['two']}>
      <Card title={t('indicatorScreens.card')}>
        <TextField label={t('indicatorScreens.indicatorName')} required maxLength={400} lines={2} value={indicator.name} onSave={(name) => save({ name })} />
        <Row columns={[1, 2]}>
          <TextField label={t('indicatorScreens.code')} maxLength={20} value={indicator.code ?? ''} onSave={(code) => save({ code })} />
          <TextField label={t('indicatorScreens.unit')} description={t('indicatorScreens.unitWhy')} maxLength={60} value={indicator.unit ?? ''} onSave={(unit) => save({ unit })} />
        </Row>
        {seen.results.length > 0 && (
          <SelectField
            label={t('indicatorScreens.result')}
            value={indicator.resultId ?? ''}
            choices={[{ value: '', label: t('indicatorScreens.withoutAny') }, ...seen.results.map((one) => ({ value: one.id, label: resultTitle(one) }))]}
            onSave={(value) => save({ resultId: value === '' ? null : value })}
          />
        )}
        <Row columns={[1, 1, 2]}>
          <TextField label={t('indicatorScreens.baseline')} inputMode="decimal" maxLength={20} value={indicator.baseline === null ? '' : String(indicator.baseline)} onSave={saveBaseline} />
          <DateField label={t('indicatorScreens.baselineOn')} value={indicator.baselineOn} onSave={(baselineOn) => save({ baselineOn })} />
          <TextField label={t('indicatorScreens.baselineNote')} maxLength={500} value={indicator.baselineNote ?? ''} onSave={(baselineNote) => save({ baselineNote })} />
        </Row>
        <TextField label={t('indicatorScreens.verification')} placeholder={t('indicatorScreens.verificationExample')} lines={2} maxLength={500} value={indicator.verification ?? ''} onSave={(verification) => save({ verification })} />
        <TextField label={t('indicatorScreens.notes')} lines={3} maxLength={2000} value={indicator.notes ?? ''} onSave={(notes) => save({ notes })} />
        <div>
          <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void takeOff()}>
            {t('indicatorScreens.removeIndicator')}
          </Button>
          <Failure error={remove.error} onClose={remove.forget} />
        </div>
      </Card>
      <Card>
        <AttachmentList owner="indicators" ownerId={indicator.id} title={t('indicatorScreens.files')} />
      </Card>
    </div>
  )
}
