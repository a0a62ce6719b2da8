import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus } from '../../ui/icons.ts'
import style from './application.module.css'

/** One more look at a promise, so many months after the training. */
export function AddCheck({ planId }: { readonly planId: string }) {
  const t = useText()
  const add = useCommand('application.addCheck', { said: t('promise.checkAdded') })
  const [isOpen, setIsOpen] = useState(false)
  const [level, setLevel] = useState<'application' | 'impact'>('application')
  const [months, setMonths] = useState('9')
  const n = Number(months)
  const isGood = Number.isInteger(n) && n >= 1 && n <= 60
  const onAdd = async (): Promise<void> => {
    if (isGood && (await add.run({ planId, level, months: n })) !== undefined) setIsOpen(false)
  }
  if (!isOpen) {
    return (
      <div>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setIsOpen(true)}>
          {t('promise.addCheck')}
        </Button>
      </div>
    )
  }
  return (
    <form className={style['adding']} onSubmit={(event) => (event.preventDefault(), void onAdd())}>
      <SelectField label={t('promise.level')} value={level} choices={(['application', 'impact'] as const).map((one) => ({ value: one, label: t(`application.level.${one}`) }))} onChange={(value) => setLevel(value === 'impact' ? 'impact' : 'application')} />
      <TextField label={t('promise.monthsAfter')} value={months} inputMode="numeric" autoFocus error={isGood ? undefined : t('promise.monthsWrong')} onChange={setMonths} />
      <Button type="submit" variant="default" loading={add.running} disabled={!isGood}>
        {t('promise.add')}
      </Button>
      <Failure error={add.error} onClose={add.forget} />
    </form>
  )
}
