import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { IconChevronDown } from '../../ui/icons.ts'
import style from './dashboard.module.css'
import { narrow, spanOf, yearOf } from './span.ts'

/** Of which programme and of which days: a year, or any days. */
export function SpanTools({ params, years }: { readonly params: Readonly<Record<string, string>>; readonly years: readonly number[] }) {
  const t = useText()
  const span = spanOf(params)
  const programmes = useQuery('programmes.list', {})
  const year = yearOf(span)
  const hasDays = span.from !== null || span.until !== null
  const [asksDays, setAsksDays] = useState(hasDays && year === null)
  const showsDays = asksDays || (hasDays && year === null)
  const choices = [{ value: 'all', label: t('dashboard.allYears') }, ...years.map((one) => ({ value: String(one), label: String(one) })), { value: 'days', label: t('dashboard.betweenDays') }]
  const choose = (value: string | null): void => {
    setAsksDays(value === 'days')
    if (value === null || value === 'all') narrow(params, { desde: null, hasta: null })
    else if (value !== 'days') narrow(params, { desde: `${value}-01-01`, hasta: `${value}-12-31` })
  }
  return (
    <div className={style['tools']}>
      <Select
        aria-label={t('dashboard.programme')}
        data={(programmes.data ?? []).map((one) => ({ value: one.id, label: one.shortName ?? one.name }))}
        placeholder={t('dashboard.allProgrammes')}
        value={span.programmeId}
        clearable
        searchable
        nothingFoundMessage={t('dashboard.noProgramme')}
        w={320}
        rightSection={span.programmeId === null ? <IconChevronDown size={16} aria-hidden /> : undefined}
        onChange={(value) => narrow(params, { programa: value })}
      />
      <Select aria-label={t('dashboard.days')} data={choices} value={showsDays ? 'days' : (year ?? 'all')} w={170} rightSectionPointerEvents="none" rightSection={<IconChevronDown size={16} aria-hidden />} onChange={choose} />
      {showsDays && (
        <>
          <div className={style['day']}>
            <DateField label={t('dashboard.from')} value={span.from} onChange={(day) => narrow(params, { desde: day })} />
          </div>
          <div className={style['day']}>
            <DateField label={t('dashboard.until')} value={span.until} onChange={(day) => narrow(params, { hasta: day })} />
          </div>
        </>
      )}
      {(hasDays || span.programmeId !== null) && (
        <Button
          variant="subtle"
          onClick={() => {
            setAsksDays(false)
            narrow(params, { programa: null, desde: null, hasta: null })
          }}
        >
          {t('dashboard.seeAll')}
        </Button>
      )}
    </div>
  )
}
