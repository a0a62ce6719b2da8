import { Button } from '@mantine/core'
import { useQuery, useUndo } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { IconArrowBackUp } from '../../ui/icons.ts'
import { Section } from '../../ui/panel.tsx'
import style from './people.module.css'

type Entry = Gives<'history.of'>[number]

const FIELDS = {
  documentType: 'people.documentType', documentNumber: 'people.documentNumber', documentCountry: 'people.documentCountry', firstSurname: 'people.firstSurname', secondSurname: 'people.secondSurname',
  givenNames: 'people.givenNames', certificateName: 'people.certificateName', sex: 'people.sex', birthDate: 'people.birthDate', statedAge: 'people.statedAge', statedAgeOn: 'people.statedAgeOn',
  email: 'people.email', phone: 'people.phone', personClass: 'people.personClass', community: 'people.community', districtCode: 'people.districtCode', notes: 'people.notes',
  name: 'organisations.name', shortName: 'organisations.shortName', kind: 'organisations.kind', ruc: 'organisations.ruc', federation: 'organisations.federation',
} as const

/** Who changed what in a record and when, the latest first; each act can be taken back. */
export function RecordHistory(props: { readonly entity: 'people' | 'organisations'; readonly id: string }) {
  const t = useText()
  const asked = useQuery('history.of', props)
  const undo = useUndo()
  const acts = [...Map.groupBy(asked.data ?? [], (entry) => entry.act)]
  return (
    <Section>
      <Failure error={asked.error} onRetry={asked.reload} />
      {asked.data !== undefined && acts.length === 0 && <p className={style['soft']}>{t('history.none')}</p>}
      <ul className={style['changes']}>
        {acts.map(([act, entries]) => (
          <li key={act}>
            <div className={style['changeHead']}>
              <span className={style['soft']}>{`${momentText(entries[0]?.at ?? '')} · ${entries[0]?.who ?? ''}`}</span>
              {entries.every((entry) => entry.field !== '') && (
                <Button variant="subtle" size="compact-sm" leftSection={<IconArrowBackUp size={14} />} aria-label={t('history.undoThis')} onClick={() => void undo(act)}>
                  {t('frame.undo')}
                </Button>
              )}
            </div>
            {entries.map((entry) => (
              <Changed key={entry.field} entry={entry} />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Changed(props: { readonly entry: Entry }) {
  const t = useText()
  const { field, before, after } = props.entry
  if (field === '') return <div>{t('history.created')}</div>
  if (field === 'removedAt') return <div>{t(isNothing(after) ? 'history.restored' : 'history.removed')}</div>
  const label = field in FIELDS ? t(FIELDS[field as keyof typeof FIELDS]) : field
  return (
    <div className={style['change']}>
      <span>{label}</span>
      <span>
        <span className={style['before']}>{valueText(field, before, t)}</span>
        {valueText(field, after, t)}
      </span>
    </div>
  )
}

const isNothing = (json: string | null): boolean => json === null || json === 'null'

/** A value of the log (JSON) as a person reads it. */
function valueText(field: string, json: string | null, t: Text): string {
  if (json === null || isNothing(json)) return t('history.nothing')
  const value: unknown = JSON.parse(json)
  const text = typeof value === 'string' ? value : json
  if (field === 'documentType') return t('people.documentTypeName', { type: text })
  if (field === 'personClass') return t('people.className', { personClass: text })
  if (field === 'sex') return t('people.sexName', { sex: text })
  if (field === 'kind') return t('organisations.kindName', { kind: text })
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateText(text) : text
}

/** `2026-11-22T15:04:05.000Z` as 22/11/2026 10:04: the clock of this computer. */
function momentText(at: string): string {
  const moment = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
