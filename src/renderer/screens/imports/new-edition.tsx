import { useState } from 'react'
import { Button, NumberInput } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import type { Programmes } from './use-wizard.ts'
import style from './target.module.css'

const FRESH = 'new'
/** Types of action of RC 326-2024-CG art. 25.1: the commonest; it is changed in the edition's own record. */
const COURSE = 'curso'

interface Typed {
  readonly programmeId: string
  readonly programme: string
  readonly name: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly hours: number | null
}

/** A programme and an edition with the least that an import needs: names, dates, hours. The rest is filled in later. */
export function NewEdition(props: { readonly programmes: Programmes; readonly onMade: (editionId: string) => void; readonly onCancel?: (() => void) | undefined }) {
  const t = useText()
  const about = useQuery('app.about', {})
  const begin = useCommand('editions.begin', { quiet: true })
  const [typed, setTyped] = useState<Typed>({ programmeId: props.programmes[0]?.id ?? FRESH, programme: '', name: '', startsOn: null, endsOn: null, hours: null })
  const isFresh = typed.programmeId === FRESH
  const isReady = typed.name.trim() !== '' && (!isFresh || typed.programme.trim() !== '')

  const make = async (): Promise<void> => {
    if (!isReady) return
    const year = Number((typed.startsOn ?? about.data?.today ?? '2026').slice(0, 4))
    const made = await begin.run({
      programme: isFresh ? { kind: 'new', fields: { name: typed.programme, shortName: null, description: null } } : { kind: 'known', id: typed.programmeId },
      edition: {
        year, name: typed.name, startsOn: typed.startsOn, endsOn: typed.endsOn, hours: typed.hours,
        title: null, actionType: COURSE, modality: 'presencial', minutesPerHour: 60, place: null, syllabus: null, legalBasis: null,
      },
      // Its groups come from the list, when it is written.
      cohorts: [],
    })
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <Card title={t('wizard.newEdition')}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        {props.programmes.length > 0 && (
          <SelectField
            label={t('wizard.programme')}
            value={typed.programmeId}
            choices={[...props.programmes.map((one) => ({ value: one.id, label: one.name })), { value: FRESH, label: t('wizard.newProgramme') }]}
            onChange={(value) => value !== null && setTyped((old) => ({ ...old, programmeId: value }))}
          />
        )}
        {isFresh && (
          <TextField label={t('wizard.programmeName')} description={t('wizard.programmeNameWhy')} required autoFocus maxLength={250} value={typed.programme} onChange={(programme) => setTyped((old) => ({ ...old, programme }))} />
        )}
        <Row columns={[2, 1, 1, 1]}>
          <TextField label={t('wizard.editionName')} placeholder={t('wizard.editionNameExample')} required autoFocus={!isFresh} maxLength={120} value={typed.name} onChange={(name) => setTyped((old) => ({ ...old, name }))} />
          <DateField label={t('wizard.startsOn')} value={typed.startsOn} error={begin.error?.fields?.['startsOn']} onChange={(startsOn) => setTyped((old) => ({ ...old, startsOn }))} />
          <DateField label={t('wizard.endsOn')} value={typed.endsOn} error={begin.error?.fields?.['endsOn']} onChange={(endsOn) => setTyped((old) => ({ ...old, endsOn }))} />
          <NumberInput size="sm" label={t('wizard.hours')} min={0} max={10_000} step={1} hideControls value={typed.hours ?? ''} onChange={(value) => setTyped((old) => ({ ...old, hours: typeof value === 'number' ? value : null }))} />
        </Row>
        <Failure error={begin.error} />
        <div className={style['acts']}>
          <Button type="submit" disabled={!isReady} loading={begin.running}>
            {t('wizard.makeEdition')}
          </Button>
          {props.onCancel !== undefined && <Button variant="subtle" onClick={props.onCancel}>{t('frame.cancel')}</Button>}
          <small>{t('wizard.editionLater')}</small>
        </div>
      </form>
    </Card>
  )
}
