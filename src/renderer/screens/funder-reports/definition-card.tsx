import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconX } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { currencyChoices } from '../agreements/agreement-words.tsx'
import { AgreementField } from '../pickers/agreement-field.tsx'
import { EditionField } from '../pickers/edition-field.tsx'
import { LogoButton } from '../programmes/logo-button.tsx'
import style from './funder-reports.module.css'

type Report = Gives<'funderReports.get'>
const mostLogos = 8
const nothing = '00000000-0000-7000-8000-000000000000'

/** What a report is, saved field by field: its name and language, whose money and which courses it tells of, its logos. */
export function DefinitionCard({ report }: { readonly report: Report }) {
  const t = useText()
  const update = useCommand('funderReports.update', { quiet: true })
  const put = (fields: Takes<'funderReports.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: report.id, fields })
  const agreement = useQuery('agreements.get', { id: report.agreementId ?? nothing }, { enabled: report.agreementId !== null })
  const paying = report.agreementId === null || agreement.data === undefined ? null : { id: report.agreementId, label: agreement.data.agreement.title }
  const currencies = currencyChoices(t, report.currency).filter(({ value }) => value !== 'PEN')
  return (
    <Card title={t('reportScreens.definition')}>
      <TextField label={t('reportScreens.name')} required maxLength={200} value={report.name} onSave={(name) => put({ name })} />
      <AgreementField label={t('reportScreens.agreement')} value={paying} onSave={(one) => put({ agreementId: one?.id ?? null })} />
      <Row>
        <SelectField label={t('reportScreens.currency')} value={report.currency ?? ''} choices={[{ value: '', label: t('reportScreens.onlySoles') }, ...currencies]} onSave={(value) => put({ currency: value === '' ? null : value })} />
        <SelectField label={t('reportScreens.language')} value={report.language} choices={[{ value: 'es', label: t('reportScreens.spanish') }, { value: 'en', label: t('reportScreens.english') }]} onSave={(language) => put({ language: language === 'en' ? 'en' : 'es' })} />
      </Row>
      <Editions editionIds={report.editionIds} onChange={(editionIds) => put({ editionIds })} />
      <Logos name={report.name} logoAssetIds={report.logoAssetIds} onChange={(logoAssetIds) => put({ logoAssetIds })} />
    </Card>
  )
}

/** The courses chosen; none: those that the agreement pays, or that the indicators count. */
function Editions({ editionIds, onChange }: { readonly editionIds: readonly string[] | null; readonly onChange: (ids: string[] | null) => Promise<unknown> }) {
  const t = useText()
  const chosen = editionIds ?? []
  const without = (id: string): string[] | null => {
    const rest = chosen.filter((one) => one !== id)
    return rest.length === 0 ? null : rest
  }
  return (
    <div>
      <EditionField label={t('reportScreens.addEdition')} value={null} onSave={async (one) => void (one !== null && !chosen.includes(one.id) && (await onChange([...chosen, one.id])))} />
      {chosen.length === 0 && <p className={style['quiet']}>{t('reportScreens.allEditions')}</p>}
      <ul className={style['list']} aria-label={t('reportScreens.editions')}>
        {chosen.map((id) => (
          <EditionLine key={id} id={id} onRemove={() => void onChange(without(id))} />
        ))}
      </ul>
    </div>
  )
}

function EditionLine({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const t = useText()
  const seen = useQuery('editions.get', { id })
  const name = seen.data === undefined ? '' : `${seen.data.programme.name} · ${seen.data.edition.name}`
  return (
    <li>
      <span>{seen.error?.message ?? name}</span>
      <button type="button" className={style['link']} aria-label={t('reportScreens.takeOut', { name })} title={t('reportScreens.takeOut', { name })} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </button>
    </li>
  )
}

/** The images of the cover's line, in their order: who pays, who works along, the office. */
function Logos({ name, logoAssetIds, onChange }: { readonly name: string; readonly logoAssetIds: readonly string[]; readonly onChange: (ids: string[]) => Promise<unknown> }) {
  const t = useText()
  return (
    <div>
      <p className={style['label']}>{t('reportScreens.logos')}</p>
      <div className={style['logos']}>
        {logoAssetIds.map((id, at) => (
          <LogoButton key={id} name={`${name} (${at + 1})`} assetId={id} onChange={(made) => void onChange(logoAssetIds.flatMap((one) => (one === id ? (made === null || (made !== id && logoAssetIds.includes(made)) ? [] : [made]) : [one])))} />
        ))}
        {logoAssetIds.length < mostLogos && <LogoButton key="new" name={name} assetId={null} onChange={(made) => void (made !== null && !logoAssetIds.includes(made) && onChange([...logoAssetIds, made]))} />}
      </div>
    </div>
  )
}
