import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPencil, IconPlus, IconTrash } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { AddCheck } from './add-check.tsx'
import { CheckCard } from './check-card.tsx'
import { NewPromise } from './new-promise.tsx'
import { nextCheck } from './promise-rows.ts'
import type { Plan, PromiseRow } from './promise-rows.ts'
import style from './application.module.css'

/** All that a person promised in this group, each with its checks; the first is written here. */
export function PromisePanel(props: { readonly row: PromiseRow; readonly plans: readonly Plan[]; readonly today: string; readonly onClose: () => void }) {
  const t = useText()
  const { row, plans } = props
  const [isAdding, setIsAdding] = useState(plans.length === 0)
  const [chosen, setChosen] = useState<string>()
  const plan = plans.find((one) => one.id === (chosen ?? row.plan?.id)) ?? plans[0]
  const canAdd = !plans.some((one) => one.isWithdrawn)
  return (
    <Panel
      title={row.name}
      subtitle={isAdding || plan === undefined ? t('promise.newSubtitle') : t('promise.saves')}
      width={470}
      onClose={props.onClose}
      actions={
        !isAdding && canAdd && plans.length > 0 ? (
          <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('promise.another')}
          </Button>
        ) : undefined
      }
    >
      {isAdding || plan === undefined ? (
        <NewPromise enrolmentId={row.enrolmentId} today={props.today} onDone={(id) => (setIsAdding(false), setChosen(id))} onCancel={plans.length === 0 ? props.onClose : () => setIsAdding(false)} />
      ) : (
        <>
          {plans.length > 1 && (
            <div className={style['several']}>
              {plans.map((one, at) => (
                <Button key={one.id} size="compact-sm" variant={one.id === plan.id ? 'light' : 'subtle'} aria-pressed={one.id === plan.id} onClick={() => setChosen(one.id)}>
                  {t('promise.nth', { n: at + 1 })}
                </Button>
              ))}
            </div>
          )}
          <PromiseFields key={plan.id} plan={plan} today={props.today} />
        </>
      )}
    </Panel>
  )
}

function PromiseFields({ plan, today }: { readonly plan: Plan; readonly today: string }) {
  const t = useText()
  const remove = useCommand('application.removePlan', { said: t('promise.removed') })
  const [open, setOpen] = useState<string | undefined>(() => nextCheck(plan)?.id)
  // What one comes for is the checks: the promise itself stands above them to be read.
  const [isMending, setIsMending] = useState(false)
  return (
    <>
      {isMending ? <Mending plan={plan} /> : <Told plan={plan} onMend={() => setIsMending(true)} />}
      <Section title={t('application.checks')}>
        {plan.checks.map((check) => (
          <CheckCard key={check.id} check={check} plan={plan} today={today} isOpen={check.id === open} onToggle={() => setOpen(check.id === open ? undefined : check.id)} />
        ))}
        <AddCheck planId={plan.id} />
      </Section>
      <Failure error={remove.error} onClose={remove.forget} />
      <div>
        <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void remove.run({ id: plan.id })}>
          {t('promise.remove')}
        </Button>
      </div>
    </>
  )
}

function Told({ plan, onMend }: { readonly plan: Plan; readonly onMend: () => void }) {
  const t = useText()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('application.indicator'), plan.indicator],
    [t('promise.fromTo'), plan.baseline === null && plan.target === null ? null : [plan.baseline, plan.target].map((one) => one ?? '—').join(' → ')],
    [t('promise.promisedOn'), formatDate(plan.promisedOn)],
    [t('promise.checker'), plan.checker],
  ]
  return (
    <div className={style['told']}>
      <p>{plan.promise}</p>
      <dl>
        {facts.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <div>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPencil size={14} aria-hidden />} onClick={onMend}>
          {t('promise.mend')}
        </Button>
      </div>
    </div>
  )
}

function Mending({ plan }: { readonly plan: Plan }) {
  const t = useText()
  const save = useCommand('application.savePlan', { quiet: true })
  const { promise, indicator, baseline, target, promisedOn, checker } = plan
  const put = (patch: Partial<Pick<Plan, 'promise' | 'indicator' | 'baseline' | 'target' | 'promisedOn' | 'checker'>>): Promise<unknown> =>
    save.runOrThrow({ id: plan.id, enrolmentId: plan.enrolmentId, fields: { promise, indicator, baseline, target, promisedOn, checker, ...patch } })
  return (
    <div className={style['form']}>
      <TextField label={t('application.promise')} value={promise} required autoFocus lines={2} maxLength={1000} onSave={(value) => put({ promise: value })} />
      <TextField label={t('application.indicator')} description={t('promise.indicatorWhy')} value={indicator ?? ''} maxLength={300} onSave={(value) => put({ indicator: value })} />
      <Row>
        <TextField label={t('application.baseline')} value={baseline ?? ''} maxLength={60} onSave={(value) => put({ baseline: value })} />
        <TextField label={t('application.target')} value={target ?? ''} maxLength={60} onSave={(value) => put({ target: value })} />
      </Row>
      <Row columns={[2, 3]}>
        <DateField label={t('promise.promisedOn')} value={promisedOn} required onSave={(value) => put({ promisedOn: value ?? promisedOn })} />
        <TextField label={t('promise.checker')} value={checker ?? ''} maxLength={200} onSave={(value) => put({ checker: value })} />
      </Row>
    </div>
  )
}
