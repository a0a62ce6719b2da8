import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { ActReceipt } from '../../ui/act-receipt.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { CohortField } from './cohort-field.tsx'
import style from './initiatives.module.css'

/** Action plans for a whole group in one step: one for each participant who has none. */
export function GroupPlans(props: { readonly onClose: () => void }) {
  const t = useText()
  const today = useQuery('app.about', {}).data?.today
  const make = useCommand('initiatives.planForEach', { quiet: true })
  const [cohort, setCohort] = useState<Found | null>(null)
  const [on, setOn] = useState<string | null>()
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [done, setDone] = useState<Gives<'initiatives.planForEach'>>()
  const day = on === undefined ? (today ?? null) : on
  const send = async (): Promise<void> => {
    if (cohort !== null && day !== null) setDone(await make.run({ cohortId: cohort.id, on: day, dueOn }))
  }
  return (
    <Panel title={t('initiativeScreens.plansOfGroup')} subtitle={t('initiativeScreens.plansWhy')} width={480} onClose={props.onClose}>
      {done !== undefined && cohort !== null ? (
        <ActReceipt
          title={t('initiativeScreens.plansMade', { n: done.ids.length })}
          act={done.act}
          figures={[{ label: t('initiativeScreens.plansNew'), value: done.ids.length }, { label: t('initiativeScreens.plansThere'), value: done.alreadyThere }]}
          actions={
            <Button variant="filled" onClick={() => go('outcomes', ['iniciativas'], { grupo: cohort.id, clase: 'actionPlan' })}>
              {t('initiativeScreens.seePlans')}
            </Button>
          }
        />
      ) : (
        <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
          <CohortField label={t('initiativeScreens.group')} required autoFocus value={cohort} onChange={setCohort} />
          <Row>
            <DateField label={t('initiativeScreens.plansOn')} required value={day} onChange={setOn} />
            <DateField label={t('initiativeScreens.dueOn')} value={dueOn} onChange={setDueOn} />
          </Row>
          <Failure error={make.error} onClose={make.forget} />
          <div className={style['acts']}>
            <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
            <Button type="submit" variant="filled" loading={make.running} disabled={cohort === null || day === null}>
              {t('initiativeScreens.makePlans')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  )
}
