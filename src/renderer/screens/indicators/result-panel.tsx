import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Panel, Row } from '../../ui/panel.tsx'
import type { Result } from './frame-rows.ts'
import style from './frame.module.css'

type Fields = Takes<'frames.saveResult'>['fields']

const LEVELS = ['goal', 'purpose', 'result', 'activity'] as const

/** A result of the matrix (or an objective, or an activity): a heading over its indicators. */
export function ResultPanel(props: { readonly frameId: string; readonly result: Result | undefined; readonly onClose: () => void }) {
  const t = useText()
  const form = useId()
  const { result, onClose } = props
  const save = useCommand('frames.saveResult', { said: t('indicatorScreens.resultSaved') })
  const remove = useCommand('frames.removeResult', { said: t('indicatorScreens.resultRemoved') })
  const [typed, setTyped] = useState<Fields>({ level: result?.level ?? 'result', code: result?.code ?? '', text: result?.text ?? '' })
  const put = (fields: Partial<Fields>): void => setTyped((old) => ({ ...old, ...fields }))
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (typed.text.trim() !== '' && (await save.run({ frameId: props.frameId, id: result?.id ?? null, fields: typed })) !== undefined) onClose()
  }
  const takeOff = async (id: string): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) onClose()
  }
  return (
    <Panel
      title={result === undefined ? t('indicatorScreens.newResult') : t('indicatorScreens.result')}
      onClose={onClose}
      actions={
        <>
          {result !== undefined && (
            <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void takeOff(result.id)}>
              {t('indicatorScreens.removeResult')}
            </Button>
          )}
          <Button type="submit" form={form} variant="filled" disabled={typed.text.trim() === ''} loading={save.running}>
            {t('indicatorScreens.saveResult')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className={style['form']} onSubmit={(event) => void onSubmit(event)}>
        <TextField label={t('indicatorScreens.resultText')} placeholder={t('indicatorScreens.resultExample')} required autoFocus maxLength={500} value={typed.text} onChange={(text) => put({ text })} />
        <Row columns={[2, 1]}>
          <SelectField label={t('indicatorScreens.level')} value={typed.level} choices={LEVELS.map((level) => ({ value: level, label: t('indicatorScreens.levelName', { level }) }))} onChange={(value) => put({ level: LEVELS.find((one) => one === value) ?? typed.level })} />
          <TextField label={t('indicatorScreens.code')} maxLength={20} value={typed.code ?? ''} onChange={(code) => put({ code })} />
        </Row>
        <Failure error={save.error ?? remove.error} onClose={() => (save.forget(), remove.forget())} />
      </form>
    </Panel>
  )
}
