import { useState } from 'react'
import { Menu } from '@mantine/core'
import { countedThings, datings } from '../../../../shared/domain/counting/dimensions.ts'
import type { Definition } from '../../../../shared/domain/counting/definition.ts'
import { useText } from '../../../language.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import type { Indicator } from '../frame-rows.ts'
import { OneOf } from './check-list.tsx'
import { Chip } from './chip.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { conditionText } from './condition-text.ts'
import { conditionGroups, conditionsOf, groupOf, isAsked, without } from './conditions.ts'
import type { Condition } from './conditions.ts'
import type { Choices } from './use-choices.ts'
import style from './definition.module.css'

/** What is counted and who counts: the part of an indicator that its sentence says. */
export type Said = Pick<Indicator, 'counts' | 'once' | 'definition' | 'hourMinutes'>

/** A chip of the sentence that is open: a condition, or one of the words that are always there. */
export type Open = Condition | 'counts' | 'once' | 'hourMinutes' | 'dated'

const HOURS = [60, 55, 50, 45] as const

/**
 * The definition as a sentence in which every word that can be changed is a chip. `draft` is what is being chosen under the
 * open one; it is kept when the chip is left.
 */
export function DefinitionSentence(props: {
  readonly said: Said
  readonly choices: Choices
  readonly open: Open | undefined
  readonly onOpen: (open: Open) => void
  readonly onDraft: (said: Said) => void
  readonly onKeep: (said?: Said) => void
  readonly onCancel: () => void
}) {
  const t = useText()
  const { said, choices, open, onDraft } = props
  const shared = (chip: Open) => ({ isOpen: open === chip, onOpen: () => props.onOpen(chip), onKeep: () => props.onKeep(), onCancel: props.onCancel })
  const put = (definition: Definition): void => onDraft({ ...said, definition })
  const offered = conditionsOf(said.counts)
  const shown = offered.filter((one) => isAsked(said.definition, one) || open === one)
  return (
    <>
      <div className={style['sentence']}>
        <Chip {...shared('counts')} before={t('indicatorScreens.sentenceStart', said)} words={t('indicatorScreens.countedName', said)} title={t('indicatorScreens.whatCounts')}>
          <OneOf label={t('indicatorScreens.whatCounts')} value={said.counts} choices={countedThings.map((one) => ({ value: one, label: t('indicatorScreens.countedTitle', { counts: one }), detail: t('indicatorScreens.countedWhy', { counts: one }) }))} onChange={(counts) => onDraft({ ...said, counts })} />
        </Chip>
        {said.counts === 'hours' && (
          <Chip {...shared('hourMinutes')} before="" words={t('indicatorScreens.hourMinutes', { minutes: said.hourMinutes })} title={t('indicatorScreens.hourKind')}>
            <OneOf label={t('indicatorScreens.hourKind')} value={String(said.hourMinutes)} choices={HOURS.map((minutes) => ({ value: String(minutes), label: t('indicatorScreens.hourMinutes', { minutes }) }))} onChange={(minutes) => onDraft({ ...said, hourMinutes: Number(minutes) })} />
          </Chip>
        )}
        {(said.counts === 'people' || said.counts === 'organisations') && (
          <Chip {...shared('once')} before="" isBare words={t('indicatorScreens.onceName', said)} title={t('indicatorScreens.onceTitle')}>
            <OneOf label={t('indicatorScreens.onceTitle')} value={said.once} choices={(['ever', 'period'] as const).map((once) => ({ value: once, label: t('indicatorScreens.onceName', { once }), detail: t('indicatorScreens.onceWhy', { once }) }))} onChange={(once) => onDraft({ ...said, once })} />
          </Chip>
        )}
        {shown.map((condition) => (
          <Chip
            key={condition}
            {...shared(condition)}
            before={t(`indicatorScreens.before.${condition}`)}
            words={conditionText(t, said.definition, condition, choices)}
            title={t(`indicatorScreens.condition.${condition}`)}
            onRemove={() => props.onKeep({ ...said, definition: without(said.definition, condition) })}
          >
            <ConditionEditor condition={condition} definition={said.definition} choices={choices} onChange={put} />
          </Chip>
        ))}
        <AddCondition said={said} offered={offered} choices={choices} onAdd={(condition) => (props.onDraft(begun(said, condition)), props.onOpen(condition))} />
      </div>
      {hasDating(said) && (
        <div className={style['sentence']}>
          <Chip {...shared('dated')} before={t('indicatorScreens.dated')} words={t('indicatorScreens.datedName', said.definition)} title={t('indicatorScreens.datedTitle')}>
            <OneOf label={t('indicatorScreens.datedTitle')} value={said.definition.dated} choices={datings.map((dated) => ({ value: dated, label: t('indicatorScreens.datedName', { dated }) }))} onChange={(dated) => put({ ...said.definition, dated })} />
          </Chip>
        </div>
      )}
    </>
  )
}

/** Sessions, initiatives and rows have a day of their own. */
const hasDating = (said: Said): boolean => said.counts === 'people' || said.counts === 'participations' || said.counts === 'organisations' || said.counts === 'hours' || said.counts === 'certificates'

/** A condition that is a mere yes, or has a usual value, holds as soon as it is added. */
function begun(said: Said, condition: Condition): Said {
  const { definition } = said
  if (condition === 'inActa') return { ...said, definition: { ...definition, inActa: true } }
  if (condition === 'paper') return { ...said, definition: { ...definition, paper: 'any' } }
  return said
}

function AddCondition(props: { readonly said: Said; readonly offered: readonly Condition[]; readonly choices: Choices; readonly onAdd: (condition: Condition) => void }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const left = props.offered.filter((one) => !isAsked(props.said.definition, one) && props.choices.isKept(one))
  if (left.length === 0) return null
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className={style['add']}>
          <IconPlus size={14} aria-hidden />
          {t('indicatorScreens.addCondition')}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={style['offered'] ?? ''}>
        {conditionGroups.map((group) => {
          const conditions = left.filter((one) => groupOf(one) === group)
          if (conditions.length === 0) return null
          return (
            <div key={group}>
              <Menu.Label>{t('indicatorScreens.conditionGroup', { group })}</Menu.Label>
              {conditions.map((condition) => (
                <Menu.Item key={condition} onClick={() => props.onAdd(condition)}>
                  {t(`indicatorScreens.condition.${condition}`)}
                </Menu.Item>
              ))}
            </div>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
