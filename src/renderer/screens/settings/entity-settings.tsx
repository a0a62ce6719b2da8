import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Row, Section } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { DistrictField } from '../pickers/district-field.tsx'
import { ImageField } from './image-field.tsx'
import style from './settings.module.css'

type Seen = Gives<'entity.get'>
type Key = 'name' | 'siglas' | 'unit' | 'unitSiglas' | 'ruc' | 'city' | 'address' | 'verifyUrl'

/** The office's own entity, and the name of each year: what stands at the head of every paper. */
export function EntitySettings(props: { readonly seen: Seen }) {
  const t = useText()
  const save = useCommand('entity.save', { quiet: true })
  const { entity } = props.seen
  const put = (fields: Takes<'entity.save'>): Promise<unknown> => save.runOrThrow(fields)
  const text = (key: Key, label: string, more: { description?: string; maxLength?: number; inputMode?: 'numeric' | 'url'; autoFocus?: boolean } = {}, tidied: (value: string) => string = (value) => value) => (
    <TextField label={label} value={entity[key] ?? ''} onSave={(value) => put({ [key]: tidied(value) })} {...more} />
  )
  return (
    <div className={style['columns']}>
      <div className={style['stack']}>
        <Card title={t('settings.entity')}>
          <Row columns={[3, 1]}>
            {text('name', t('settings.name'), { maxLength: 200, autoFocus: entity.name === null })}
            {text('siglas', t('settings.siglas'), { maxLength: 20 })}
          </Row>
          <Row columns={[3, 1]}>
            {text('unit', t('settings.unit'), { maxLength: 200 })}
            {text('unitSiglas', t('settings.unitSiglas'), { maxLength: 20 })}
          </Row>
          <Row columns={[1, 1]}>
            {text('ruc', t('settings.ruc'), { maxLength: 11, inputMode: 'numeric' })}
            {text('city', t('settings.city'), { maxLength: 80 })}
          </Row>
          <DistrictField label={t('settings.district')} value={entity.districtCode} onSave={(districtCode) => put({ districtCode })} />
          {text('address', t('settings.address'), { maxLength: 200 })}
          {text('verifyUrl', t('settings.verifyUrl'), { description: t('settings.verifyUrlWhy'), maxLength: 200, inputMode: 'url' }, asAddress)}
        </Card>
        {entity.name !== null && props.seen.signatories.length === 0 && (
          <Note
            tone="info"
            title={t('settings.thenSignatories')}
            actions={
              <Button component="a" variant="filled" href={href('settings', ['firmantes'])}>
                {t('settings.toSignatories')}
              </Button>
            }
          />
        )}
      </div>
      <div className={style['stack']}>
        <Card title={t('settings.logo')}>
          <ImageField assetId={entity.logoAssetId} label={t('settings.logo')} about={t('settings.logoWhy')} onSave={(logoAssetId) => put({ logoAssetId })} />
        </Card>
        <Card title={t('settings.yearNames')}>
          <YearNames names={props.seen.yearNames} />
        </Card>
      </div>
    </div>
  )
}

/** A web address as a phone that reads the QR needs it. */
function asAddress(value: string): string {
  return value === '' || /^[a-z]+:/i.test(value) ? value : `https://${value}`
}

function YearNames(props: { readonly names: Seen['yearNames'] }) {
  const t = useText()
  const about = useQuery('app.about', {})
  const save = useCommand('entity.saveYearName', { quiet: true })
  const thisYear = Number((about.data?.today ?? '0').slice(0, 4))
  const [added, setAdded] = useState<readonly number[]>([])
  const known = new Map(props.names.map((one) => [one.year, one.name]))
  const years = [...new Set([...known.keys(), ...added, ...(thisYear > 0 ? [thisYear] : [])])].toSorted((one, other) => other - one)
  return (
    <Section>
      <p className={style['why']}>{t('settings.yearNamesWhy')}</p>
      {years.map((year) => (
        <TextField key={year} label={t('settings.yearName', { year: String(year) })} lines={2} maxLength={200} value={known.get(year) ?? ''} onSave={(name) => save.runOrThrow({ year, name })} />
      ))}
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => setAdded([...added, Math.max(thisYear, ...years) + 1])}>
          {t('settings.addYear')}
        </Button>
      </div>
    </Section>
  )
}
