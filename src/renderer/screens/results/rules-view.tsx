import { useState } from 'react'
import { Button, Checkbox, Radio } from '@mantine/core'
import { markRoundings, retakeRules } from '../../../shared/domain/marks.ts'
import { paperKinds } from '../../../shared/domain/training.ts'
import type { PaperKind } from '../../../shared/domain/training.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { NumberField } from '../programmes/number-field.tsx'
import { ResultsViews } from './results-views.tsx'
import style from './results.module.css'

type Rules = Gives<'rules.get'>
type Rule = Takes<'rules.setPaper'>['rule']

/** What most courses ask, as a place to start from: each course says its own. */
const USUAL: Readonly<Record<PaperKind, Rule>> = {
  certificado: { leastShare: 80, needsRequired: 0, leastMark: 11 },
  constancia: { leastShare: 80, needsRequired: 0, leastMark: null },
}

/** What the course asks for each paper, how marks are made, and whether a record of results releases the papers. */
export function RulesView(props: { readonly seen: CohortSeen }) {
  const t = useText()
  const frame = useCohortFrame(props.seen, 'resultados')
  const { edition, cohort } = props.seen
  const rules = useQuery('rules.get', { editionId: edition.id })
  const setPaper = useCommand('rules.setPaper', { quiet: true })
  const { data } = rules
  const startUsual = async (): Promise<void> => {
    for (const kind of paperKinds) await setPaper.run({ editionId: edition.id, paperKind: kind, rule: USUAL[kind] })
  }
  return (
    <Screen {...frame} tools={<ResultsViews cohortId={cohort.id} at="rules" />}>
      <Failure error={rules.error ?? setPaper.error} onRetry={rules.reload} />
      <p className={style['soft']}>{t('outcome.rulesWhy')}</p>
      {data !== undefined && !data.withoutActa && data.papers.length === 0 && (
        <Card>
          <EmptyState
            drawing="sheet"
            title={t('outcome.noRules')}
            actions={
              <Button variant="filled" loading={setPaper.running} onClick={() => void startUsual()}>
                {t('outcome.startUsual')}
              </Button>
            }
          >
            {t('outcome.startUsualWhy')}
          </EmptyState>
        </Card>
      )}
      {data !== undefined && (
        <>
          <div className={style['rules']}>
            {paperKinds.map((kind) => (
              <PaperRule key={kind} editionId={edition.id} kind={kind} rules={data} />
            ))}
          </div>
          <div className={style['rules']}>
            <Requirements editionId={edition.id} />
            <MarkSettings editionId={edition.id} rules={data} />
          </div>
        </>
      )}
    </Screen>
  )
}

function PaperRule(props: { readonly editionId: string; readonly kind: PaperKind; readonly rules: Rules }) {
  const t = useText()
  const { editionId, kind, rules } = props
  const set = useCommand('rules.setPaper', { quiet: true })
  const remove = useCommand('rules.removePaper', { quiet: true })
  const known = rules.papers.find((one) => one.paperKind === kind)
  const put = (change: Partial<Rule>, requirementIds?: readonly string[]): Promise<unknown> => {
    const { leastShare, needsRequired, leastMark } = known ?? USUAL[kind]
    return set.runOrThrow({ editionId, paperKind: kind, rule: { leastShare, needsRequired, leastMark, ...change }, requirementIds: [...(requirementIds ?? known?.requirementIds ?? [])] })
  }
  return (
    <Card>
      <Checkbox
        label={t('outcome.gives', { kind })}
        description={t('outcome.givesWhy', { kind })}
        checked={known !== undefined}
        onChange={(event) => void (event.currentTarget.checked ? set.run({ editionId, paperKind: kind, rule: USUAL[kind] }) : remove.run({ editionId, paperKind: kind }))}
      />
      {known !== undefined && (
        <>
          <NumberField label={t('outcome.leastShare')} value={known.leastShare} maxLength={6} read={(typed) => readWithin(typed, 100)} wrong={t('outcome.badShare')} onSave={(leastShare) => put({ leastShare })} />
          {kind === 'certificado' && (
            <NumberField label={t('outcome.leastMark')} value={known.leastMark} maxLength={5} read={(typed) => readWithin(typed, 20)} wrong={t('outcome.badMark')} onSave={(leastMark) => put({ leastMark })} />
          )}
          <Checkbox
            label={t('outcome.needsRequired')}
            description={t('outcome.needsRequiredWhy')}
            checked={known.needsRequired === 1}
            onChange={(event) => void put({ needsRequired: event.currentTarget.checked ? 1 : 0 }).catch(() => undefined)}
          />
          {rules.requirements.length > 0 && (
            <fieldset className={style['checks']}>
              <legend>{t('outcome.asksRequirements')}</legend>
              {rules.requirements.map((one) => (
                <Checkbox
                  key={one.id}
                  label={one.name}
                  checked={known.requirementIds.includes(one.id)}
                  onChange={(event) => void put({}, event.currentTarget.checked ? [...known.requirementIds, one.id] : known.requirementIds.filter((id) => id !== one.id)).catch(() => undefined)}
                />
              ))}
            </fieldset>
          )}
        </>
      )}
      <Failure error={set.error ?? remove.error} onClose={() => (set.forget(), remove.forget())} />
    </Card>
  )
}

/** A figure from 0 to a limit, with comma or point; null for an empty text, undefined for what is none. */
function readWithin(typed: string, most: number): number | null | undefined {
  if (typed === '') return null
  const figure = Number(typed.replace(',', '.').replace('%', ''))
  return Number.isFinite(figure) && figure >= 0 && figure <= most ? figure : undefined
}

/** Adds a requirement to those the papers can ask. */
function Requirements(props: { readonly editionId: string }) {
  const t = useText()
  const [name, setName] = useState('')
  const save = useCommand('rules.saveRequirement', { quiet: true })
  const add = async (): Promise<void> => {
    if (name.trim() === '') return
    if ((await save.run({ editionId: props.editionId, id: null, fields: { name, dueOn: null } })) !== undefined) setName('')
  }
  return (
    <Card title={t('outcome.requirements')}>
      <form
        className={style['adding']}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField label={t('outcome.newRequirement')} placeholder={t('outcome.requirementExample')} maxLength={200} value={name} onChange={setName} />
        <Button type="submit" loading={save.running}>
          {t('outcome.add')}
        </Button>
      </form>
      <Failure error={save.error} onClose={save.forget} />
    </Card>
  )
}

function MarkSettings(props: { readonly editionId: string; readonly rules: Rules }) {
  const t = useText()
  const { editionId, rules } = props
  const configure = useCommand('rules.configure', { quiet: true })
  const put = (fields: Omit<Takes<'rules.configure'>, 'editionId'>): Promise<unknown> => configure.runOrThrow({ editionId, ...fields })
  return (
    <Card title={t('outcome.settings')}>
      <SelectField
        label={t('outcome.rounding')}
        value={rules.markRounding}
        choices={markRoundings.map((value) => ({ value, label: t('outcome.roundingName', { rounding: value }) }))}
        onSave={(value) => put({ markRounding: markRoundings.find((one) => one === value) ?? rules.markRounding })}
      />
      <SelectField
        label={t('outcome.retakes')}
        value={rules.retakes}
        choices={retakeRules.map((value) => ({ value, label: t('outcome.retakesName', { retakes: value }) }))}
        onSave={(value) => put({ retakes: retakeRules.find((one) => one === value) ?? rules.retakes })}
      />
      <Radio.Group label={t('outcome.releases')} value={rules.withoutActa ? 'without' : 'with'} onChange={(value) => void configure.run({ editionId, withoutActa: value === 'without' })}>
        <div className={style['checks']}>
          <Radio value="with" label={t('outcome.withActa')} description={t('outcome.withActaWhy')} />
          <Radio value="without" label={t('outcome.withoutActa')} description={t('outcome.withoutActaWhy')} />
        </div>
      </Radio.Group>
      <Failure error={configure.error} onClose={configure.forget} />
    </Card>
  )
}
