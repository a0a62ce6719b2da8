import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconX } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { currencyChoices } from './agreement-words.tsx'
import style from './agreements.module.css'

/** "3,752" and "3.752" are the same rate; undefined for what is none. */
export function readRate(typed: string): string | undefined {
  const text = typed.trim().replace(/^s\/\.?\s*/i, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,8})?$/.test(text) ? text : undefined
}

/** Soles for one unit of each currency, from a day on. */
export function RatesPanel(props: { readonly onClose: () => void; readonly startWith?: { readonly currency: string | null } }) {
  const t = useText()
  const rates = useQuery('budget.rates', {})
  const remove = useCommand('budget.removeRate', { said: t('agreementScreens.rateRemoved') })
  const groups = Map.groupBy(rates.data ?? [], (rate) => rate.currency)
  return (
    <Panel title={t('agreementScreens.rates')} subtitle={t('agreementScreens.ratesWhy')} onClose={props.onClose}>
      <NewRate first={props.startWith?.currency ?? 'USD'} />
      <Failure error={rates.error ?? remove.error} onClose={remove.forget} />
      {[...groups].map(([currency, some]) => (
        <Section key={currency} title={t('agreementScreens.currencyOf', { code: currency, name: t('budget.currencyName', { code: currency }) })}>
          <table className={style['table']}>
            <thead>
              <tr>
                <th scope="col">{t('agreementScreens.since')}</th>
                <th scope="col" data-figure="true">{t('agreementScreens.soles')}</th>
                <th scope="col">{t('agreementScreens.source')}</th>
                <th scope="col" className={style['end']}>
                  <span className="unseen">{t('agreementScreens.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {some.map((rate) => (
                <tr key={rate.id}>
                  <td>{formatDate(rate.since)}</td>
                  <td data-figure="true">{rate.soles}</td>
                  <td>{rate.source ?? ''}</td>
                  <td className={style['end']}>
                    <button type="button" className={style['small']} aria-label={t('agreementScreens.removeRate', { currency, day: formatDate(rate.since) })} title={t('agreementScreens.removeRate', { currency, day: formatDate(rate.since) })} onClick={() => void remove.run({ id: rate.id })}>
                      <IconX size={15} aria-hidden />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </Panel>
  )
}

function NewRate({ first }: { readonly first: string }) {
  const t = useText()
  const save = useCommand('budget.saveRate', { said: t('agreementScreens.rateAdded') })
  const today = useQuery('app.about', {}).data?.today ?? null
  const [currency, setCurrency] = useState(first)
  const [since, setSince] = useState<string | null>(null)
  const [soles, setSoles] = useState('')
  const [source, setSource] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = async (): Promise<void> => {
    const read = readRate(soles)
    const day = since ?? today
    setWrong(read === undefined)
    if (read === undefined || day === null) return
    if ((await save.run({ id: null, fields: { currency, since: day, soles: read, source } })) === undefined) return
    setSoles('')
    setSource('')
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Row columns={[2, 1]}>
        <SelectField label={t('budget.currency')} value={currency} choices={currencyChoices(t, first).filter((one) => one.value !== 'PEN')} onChange={(value) => setCurrency(value ?? currency)} />
        <DateField label={t('agreementScreens.since')} value={since ?? today} required onChange={setSince} />
      </Row>
      <Row columns={[2, 3]}>
        <TextField label={t('agreementScreens.soles')} required autoFocus inputMode="decimal" placeholder="3.752" maxLength={18} value={soles} error={isWrong ? t('agreementScreens.badRate') : undefined} onChange={setSoles} />
        <TextField label={t('agreementScreens.source')} placeholder={t('agreementScreens.sourceExample')} maxLength={200} value={source} onChange={setSource} />
      </Row>
      <Failure error={save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button type="submit" variant="filled" loading={save.running}>
          {t('agreementScreens.addRate')}
        </Button>
      </div>
    </form>
  )
}
