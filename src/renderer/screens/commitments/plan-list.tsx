import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconPencil, IconPlus } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { datesText } from './dates-text.ts'
import { NewCommitmentPanel } from './new-commitment-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { LevelScale, ProductsBar } from './state-mark.tsx'
import style from './commitments.module.css'

type Plan = Gives<'commitments.list'>[number]

const at = (...path: readonly string[]): readonly string[] => ['compromisos', ...path]

/** Plans with their commitments: how far each is, how it was judged, what is overdue. */
export function PlanList(props: { readonly open: 'nuevo' | 'plan' | undefined; readonly planId: string | undefined }) {
  const t = useText()
  const list = useQuery('commitments.list', {})
  const plans = list.data ?? []
  const close = (): void => go('outcomes', at())
  const chosen = plans.find((plan) => plan.id === props.planId)
  const first = plans[0]
  const newPlan = (isFirst: boolean) => (
    <Button variant={isFirst ? 'filled' : 'default'} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('outcomes', at('plan', 'nuevo'))}>
      {t('commitmentScreens.newPlan')}
    </Button>
  )
  const isEmpty = list.data !== undefined && plans.length === 0
  const panel =
    props.open === 'plan' && (props.planId === 'nuevo' || chosen !== undefined) ? (
      <PlanPanel key={props.planId} plan={chosen} onClose={close} />
    ) : props.open === 'nuevo' && first !== undefined ? (
      <NewCommitmentPanel key="nuevo" plans={plans} planId={chosen?.id ?? first.id} onClose={close} />
    ) : undefined
  return (
    <Screen
      title={t('commitmentScreens.title')}
      fill
      crumbs={[{ word: t('outcomes.tabCommitments') }]}
      tabs={<OutcomeTabs at="compromisos" />}
      about={plans.length === 0 ? undefined : t('commitmentScreens.count', { plans: plans.length, commitments: plans.reduce((sum, plan) => sum + plan.commitments.length, 0) })}
      actions={
        first === undefined ? undefined : (
          <>
            {newPlan(false)}
            <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('outcomes', at('nuevo'), { plan: first.id })}>
              {t('commitmentScreens.newCommitment')}
            </Button>
          </>
        )
      }
      panel={panel}
    >
      <Failure error={list.error} onRetry={list.reload} />
      {isEmpty && (
        <div className={style['blank']}>
          <EmptyState drawing="calendar" title={t('commitmentScreens.emptyTitle')} actions={newPlan(true)}>
            {t('commitmentScreens.emptyWhy')}
          </EmptyState>
        </div>
      )}
      {plans.length > 0 && (
        <div className={style['plans']}>
          {plans.map((plan) => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
        </div>
      )}
    </Screen>
  )
}

function PlanCard({ plan }: { readonly plan: Plan }) {
  const t = useText()
  return (
    <Card
      title={plan.name}
      actions={
        <Button variant="subtle" size="compact-sm" leftSection={<IconPencil size={15} aria-hidden />} aria-label={t('commitmentScreens.editPlanNamed', { name: plan.name })} onClick={() => go('outcomes', at('plan', plan.id))}>
          {t('commitmentScreens.editPlan')}
        </Button>
      }
    >
      <p className={style['soft']}>{[t(`commitmentScreens.planKind.${plan.kind}`), datesText(t, plan)].join(' · ')}</p>
      {plan.commitments.length === 0 ? (
        <p className={style['soft']}>
          {t('commitmentScreens.planEmpty')}{' '}
          <a href={href('outcomes', at('nuevo'), { plan: plan.id })}>{t('commitmentScreens.addFirst')}</a>
        </p>
      ) : (
        <div className={style['room']}>
          <table className={style['table']}>
            <thead>
              <tr>
                <th scope="col">{t('commitmentScreens.columnCommitment')}</th>
                <th scope="col">{t('commitments.dates')}</th>
                <th scope="col">{t('commitmentScreens.columnProducts')}</th>
                <th scope="col">{t('commitmentScreens.columnLevel')}</th>
                <th scope="col">{t('commitmentScreens.columnOverdue')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.commitments.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={href('outcomes', at(row.id))}>{row.title}</a>
                    <small>{[row.code, row.replannings === 0 ? null : t('commitmentScreens.replannedTimes', { n: row.replannings })].filter((one) => one !== null).join(' · ')}</small>
                  </th>
                  <td className="tabular">{datesText(t, row)}</td>
                  <td>
                    <ProductsBar done={row.productsDone} of={row.products} />
                  </td>
                  <td>
                    <LevelScale level={row.completion} />
                  </td>
                  <td>
                    {row.overdue > 0 && (
                      <span className={style['state']} data-state="late">
                        <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
                        {t('commitmentScreens.overdueCount', { n: row.overdue })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
