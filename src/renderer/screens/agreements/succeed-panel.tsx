import { useState } from 'react'
import { Button } from '@mantine/core'
import { addDays } from '../../../shared/domain/dates.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import style from './agreements.module.css'

/** The agreement that follows this one, with the same parties and items. */
export function SucceedPanel({ seen, onClose }: { readonly seen: AgreementSeen; readonly onClose: () => void }) {
  const t = useText()
  const succeed = useCommand('agreements.succeed', { said: t('agreementScreens.made') })
  const [title, setTitle] = useState(seen.agreement.title)
  const [startsOn, setStartsOn] = useState(seen.inForce.endsOn === null ? null : addDays(seen.inForce.endsOn, 1))
  const send = async (): Promise<void> => {
    const made = await succeed.run({ id: seen.agreement.id, title, startsOn })
    if (made !== undefined) go('outcomes', ['convenios', made.id])
  }
  return (
    <Panel title={t('agreementScreens.succeed')} subtitle={t('agreementScreens.succeedWhy')} onClose={onClose}>
      <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <TextField label={t('agreementScreens.title')} required autoFocus lines={2} maxLength={300} value={title} error={succeed.error?.fields?.['title']} onChange={setTitle} />
        <DateField label={t('agreementScreens.startsOn')} value={startsOn} onChange={setStartsOn} />
        <Failure error={succeed.error?.code === 'invalid' ? undefined : succeed.error} onClose={succeed.forget} />
        <div className={style['acts']}>
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={succeed.running}>
            {t('agreementScreens.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
