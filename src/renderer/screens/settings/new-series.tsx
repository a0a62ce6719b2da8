import { useState } from 'react'
import { Button } from '@mantine/core'
import { checkPattern } from '../../../shared/domain/numbering.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useEscape } from '../../ui/escape.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { PatternHelp } from './pattern-help.tsx'
import style from './numbering.module.css'

type Fields = Takes<'numbering.create'>

/** A further series: for a unit that numbers apart, or for a kind of paper of its own. */
export function NewSeries(props: { readonly onMade: (id: string) => void; readonly onCancel: () => void }) {
  const t = useText()
  const create = useCommand('numbering.create', { said: t('settings.seriesAdded') })
  const [fields, setFields] = useState<Fields>({ name: '', paperKind: 'certificado', pattern: 'N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}', unitSiglas: '' })
  useEscape(true, props.onCancel)
  const put = (change: Partial<Fields>): void => setFields({ ...fields, ...change })
  const isReady = fields.name.trim() !== '' && checkPattern(fields.pattern).problems.length === 0
  const send = async (): Promise<void> => {
    if (!isReady) return
    const made = await create.run(fields)
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <Card title={t('settings.addSeries')}>
      <form className={style['stack']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <p className={style['why']}>{t('settings.addSeriesWhy')}</p>
        <Row columns={[2, 1, 1]}>
          <TextField label={t('settings.seriesName')} value={fields.name} onChange={(name) => put({ name })} maxLength={80} autoFocus required />
          <SelectField
            label={t('settings.seriesFor')}
            value={fields.paperKind}
            choices={(['certificado', 'constancia', 'acta'] as const).map((value) => ({ value, label: t('settings.seriesOf', { kind: value }) }))}
            onChange={(value) => value !== null && put({ paperKind: value as Fields['paperKind'] })}
          />
          <TextField label={t('settings.seriesUnit')} value={fields.unitSiglas ?? ''} onChange={(unitSiglas) => put({ unitSiglas })} maxLength={20} />
        </Row>
        <TextField label={t('settings.pattern')} description={t('settings.patternWhy')} value={fields.pattern} onChange={(pattern) => put({ pattern })} maxLength={120} required />
        <PatternHelp />
        <Failure error={create.error} onClose={create.forget} />
        <div className={style['acts']}>
          <Button type="submit" variant="filled" disabled={!isReady} loading={create.running}>
            {t('settings.addSeries')}
          </Button>
          <Button variant="subtle" onClick={props.onCancel}>
            {t('frame.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
