import { useEffect, useState } from 'react'
import { Select } from '@mantine/core'
import { useCommand, useQuery } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { IconChevronDown } from '../../../ui/icons.ts'
import { Card } from '../../../ui/screen.tsx'
import type { FrameSeen, Indicator, Period } from '../frame-rows.ts'
import { conditionsOf, isAsked, sameDefinition, without } from './conditions.ts'
import { DefinitionSentence } from './definition-sentence.tsx'
import type { Open, Said } from './definition-sentence.tsx'
import { MadeOf } from './made-of.tsx'
import { useChoices } from './use-choices.ts'
import { Waterfall } from './waterfall.tsx'
import style from './definition.module.css'

/** What an indicator counts, as a sentence that is edited, and beside it how each of its conditions narrows what there is. */
export function DefinitionView(props: { readonly seen: FrameSeen; readonly indicator: Indicator; readonly onList: (period: Period | undefined) => void }) {
  const t = useText()
  const { indicator, seen } = props
  const kept: Said = { counts: indicator.counts, once: indicator.once, definition: indicator.definition, hourMinutes: indicator.hourMinutes }
  const update = useCommand('indicators.update', { said: t('indicatorScreens.definitionSaved') })
  const [open, setOpen] = useState<Open>()
  const [draft, setDraft] = useState<Said>()
  const [periodId, setPeriodId] = useState('')
  const said = draft ?? kept
  const choices = useChoices(said.definition)
  const period = seen.periods.find((one) => one.id === periodId)
  const isCounted = conditionsOf(said.counts).length > 0
  const closed = seen.periods.filter((one) => one.closedAt !== null)

  // What was kept has come back (or something else took its place): nothing is being chosen any more.
  const keptKey = JSON.stringify(kept)
  useEffect(() => setDraft(undefined), [keptKey])

  const stop = (): void => (setOpen(undefined), setDraft(undefined))
  const keep = async (given?: Said): Promise<void> => {
    const next = tidy(given ?? said)
    setOpen(undefined)
    setDraft(next)
    // A failed change shows what is kept again, and the sentence of why.
    if (same(next, kept) || (await update.run({ id: indicator.id, fields: next })) === undefined) setDraft(undefined)
  }
  return (
    <div className={style['box']}>
      <div className={style['editor']}>
        <Card>
          <DefinitionSentence said={said} choices={choices} open={open} onOpen={setOpen} onDraft={setDraft} onKeep={(given) => void keep(given)} onCancel={stop} />
          <Failure error={update.error} onClose={update.forget} />
          {(said.counts === 'sum' || said.counts === 'share') && <MadeOf indicator={{ ...indicator, counts: said.counts }} others={seen.indicators} />}
          {isCounted && conditionsOf(said.counts).every((one) => !isAsked(said.definition, one)) && <p className={style['soft']}>{t('indicatorScreens.everyone')}</p>}
          {closed.length > 0 && <p className={style['soft']}>{t('indicatorScreens.closedStay', { periods: closed.map((one) => one.name).join(', ') })}</p>}
        </Card>
        {isCounted && (
          <Card
            title={t('indicatorScreens.whoCounts')}
            actions={
              seen.periods.length > 0 && (
                <Select
                  aria-label={t('indicatorScreens.over')}
                  value={periodId}
                  w={200}
                  data={[{ value: '', label: t('indicatorScreens.allTime') }, ...seen.periods.map((one) => ({ value: one.id, label: one.name }))]}
                  rightSection={<IconChevronDown size={16} aria-hidden />}
                  rightSectionPointerEvents="none"
                  onChange={(value) => setPeriodId(value ?? '')}
                />
              )
            }
          >
            <Explained said={said} kept={kept} period={period} onOpen={setOpen} onList={draft === undefined ? () => props.onList(period) : undefined} />
          </Card>
        )}
      </div>
    </div>
  )
}

function Explained(props: { readonly said: Said; readonly kept: Said; readonly period: Period | undefined; readonly onOpen: (open: Open) => void; readonly onList: (() => void) | undefined }) {
  const { said, kept, period } = props
  const days = { from: period?.startsOn ?? null, until: period?.endsOn ?? null }
  const explained = useQuery('indicators.explain', { ...said, ...days }, { keepOld: true })
  const isChanging = !same(said, kept)
  const before = useQuery('indicators.explain', { ...kept, ...days }, { enabled: isChanging, keepOld: true })
  return (
    <>
      <Failure error={explained.error} onRetry={explained.reload} />
      {explained.data !== undefined && <Waterfall explained={explained.data} said={said} before={isChanging ? (before.data?.value ?? null) : null} onCondition={props.onOpen} onList={props.onList} />}
    </>
  )
}

/** Conditions that mean nothing for what is counted are not kept: nobody would see them. */
function tidy(said: Said): Said {
  const meant = new Set(conditionsOf(said.counts))
  const all = conditionsOf('people').concat(conditionsOf('rows'), conditionsOf('initiatives'))
  const definition = [...new Set(all)].filter((one) => !meant.has(one)).reduce((left, one) => without(left, one), said.definition)
  return { ...said, definition }
}

const same = (one: Said, other: Said): boolean => one.counts === other.counts && one.once === other.once && one.hourMinutes === other.hourMinutes && sameDefinition(one.definition, other.definition)
