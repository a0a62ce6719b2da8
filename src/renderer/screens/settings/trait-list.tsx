import { useState } from 'react'
import { Button } from '@mantine/core'
import { searchKey } from '../../../shared/domain/names.ts'
import type { AppError } from '../../../shared/rpc/errors.ts'
import { failureOf } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus, IconX } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { TraitSettingsSeen } from './trait-settings.tsx'
import style from './trait-settings.module.css'

type Choice = TraitSettingsSeen['ethnicities'][number]

/** As the contract takes them. */
const MOST = 120

/** The answers that can be chosen: their names as the office writes them, and its own beside the usual ones. */
export function TraitList(props: { readonly title: string; readonly add: string; readonly choices: readonly Choice[]; readonly onSave: (choices: Choice[]) => Promise<unknown> }) {
  const t = useText()
  const { choices, onSave } = props
  const [name, setName] = useState('')
  const [error, setError] = useState<AppError>()
  const put = async (next: Choice[]): Promise<boolean> => {
    try {
      await onSave(next)
      setError(undefined)
      return true
    } catch (thrown) {
      setError(failureOf(thrown, t))
      return false
    }
  }
  const isTaken = choices.some((one) => searchKey(one.name) === searchKey(name))
  const add = async (): Promise<void> => {
    if (searchKey(name) !== '' && !isTaken && (await put([...choices, { code: newCode(name, choices), name: name.trim() }]))) setName('')
  }
  return (
    <Card title={props.title}>
      <ul className={style['choices']}>
        {choices.map((one) => (
          <li key={one.code}>
            <TextField label={t('traitScreens.answer', { name: one.name })} maxLength={120} value={one.name} onSave={(typed) => (typed === '' ? Promise.resolve() : onSave(choices.map((each) => (each.code === one.code ? { ...each, name: typed } : each))))} />
            {choices.length > 1 && (
              <button type="button" className={style['out']} aria-label={t('traitScreens.takeOut', { name: one.name })} onClick={() => void put(choices.filter((each) => each.code !== one.code))}>
                <IconX size={15} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      <Failure error={error} onClose={() => setError(undefined)} />
      {choices.length < MOST && (
        <form className={style['adding']} onSubmit={(event) => (event.preventDefault(), void add())}>
          <TextField label={props.add} maxLength={120} value={name} error={isTaken ? t('traitScreens.isThere') : undefined} onChange={setName} />
          <Button type="submit" leftSection={<IconPlus size={16} aria-hidden />} disabled={searchKey(name) === '' || isTaken}>
            {t('traitScreens.add')}
          </Button>
        </form>
      )}
    </Card>
  )
}

/** A code that stays while the name is mended: made of the name, and not one of these. */
function newCode(name: string, choices: readonly Choice[]): string {
  const base = searchKey(name).replaceAll(/[^a-z0-9]+/g, '-').slice(0, 50) || 'otro'
  const taken = new Set(choices.map((one) => one.code))
  let code = base
  for (let at = 2; taken.has(code); at += 1) code = `${base}-${at}`
  return code
}
