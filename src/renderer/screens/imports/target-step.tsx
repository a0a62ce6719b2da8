import { useEffect, useState } from 'react'
import { Button, Radio, Select } from '@mantine/core'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { Draft, Reading, RosterGroup } from './draft.ts'
import { divisionOf, divisions, rowsChosen } from './draft.ts'
import { GroupsTable } from './groups-table.tsx'
import { NewEdition } from './new-edition.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { useReview } from './use-review.ts'
import { STEP } from './use-wizard.ts'
import type { Programmes, Wizard } from './use-wizard.ts'
import { WORDS } from './words.ts'
import style from './target.module.css'
import wizardStyle from './wizard.module.css'

const ROLES = ['participant', 'speaker', 'organiser', 'facilitator'] as const
const CLASSES = ['auto', 'servidor', 'lider', 'locador', 'otro'] as const

/** Where these people go. */
export function TargetStep(props: { readonly wizard: Wizard }) {
  const t = useText()
  const { wizard } = props
  const { draft, reading, programmes, groups } = wizard
  if (draft === undefined || reading === undefined) return null
  const isReady = draft.kind === 'people' || wizard.edition !== undefined
  return (
    <>
      <div className={wizardStyle['body']}>
        <Radio.Group value={draft.kind} aria-label={t('wizard.stepTarget')} onChange={(value) => wizard.change((old) => ({ ...old, kind: value === 'people' ? 'people' : 'groups' }))}>
          <div className={style['kinds']}>
            {(['groups', 'people'] as const).map((kind) => (
              // The radio inside has the words beside it as its label.
              // oxlint-disable-next-line jsx-a11y/label-has-associated-control
              <label key={kind} className={style['kind']} data-checked={draft.kind === kind}>
                <Radio value={kind} size="sm" />
                <span>
                  <strong>{t(WORDS.kind[kind])}</strong>
                  <small>{t(WORDS.kindWhy[kind])}</small>
                </span>
              </label>
            ))}
          </div>
        </Radio.Group>
        <div className={style['target']}>
          <div className={wizardStyle['stack']}>
            {draft.kind === 'groups' && programmes !== undefined && <EditionChoice wizard={wizard} draft={draft} programmes={programmes} />}
            {draft.kind === 'groups' && wizard.edition !== undefined && <Division wizard={wizard} draft={draft} reading={reading} />}
          </div>
          <Card title={t('wizard.asWhat')}>
            {draft.kind === 'groups' && (
              <SelectField
                label={t('wizard.role')}
                value={draft.role}
                choices={ROLES.map((role) => ({ value: role, label: t(WORDS.role[role]) }))}
                onChange={(value) => wizard.change((old) => ({ ...old, role: ROLES.find((one) => one === value) ?? old.role }))}
              />
            )}
            <SelectField
              label={t('wizard.personClass')}
              description={t('wizard.personClassWhy')}
              value={draft.personClass}
              choices={CLASSES.map((one) => ({ value: one, label: t(WORDS.personClass[one]) }))}
              onChange={(value) => wizard.change((old) => ({ ...old, personClass: CLASSES.find((one) => one === value) ?? old.personClass }))}
            />
            <DateField
              label={t('wizard.asOf')}
              description={draft.kind === 'people' ? t('wizard.asOfToday') : t('wizard.asOfWhy')}
              value={draft.asOf}
              onChange={(asOf) => wizard.change((old) => ({ ...old, asOf }))}
            />
          </Card>
        </div>
      </div>
      <StepFoot
        onBack={() => wizard.go(STEP.columns)}
        next={t('wizard.toReview')}
        blocked={isReady ? undefined : t('wizard.chooseEdition')}
        takesFocus={isReady}
        onNext={() => wizard.go(STEP.review)}
      >
        {draft.kind === 'people' ? t('wizard.peopleOnly', { n: rowsChosen(draft, reading) }) : <NewGroups groups={groups} />}
      </StepFoot>
    </>
  )
}

function NewGroups(props: { readonly groups: readonly RosterGroup[] }) {
  const t = useText()
  const made = props.groups.filter((one) => one.choice.newName !== null).length
  return <>{made === 0 ? t('wizard.nothingWritten') : t('wizard.groupsToMake', { n: made })}</>
}

const FRESH = 'new'

function EditionChoice(props: { readonly wizard: Wizard; readonly draft: Draft; readonly programmes: Programmes }) {
  const t = useText()
  const { wizard, draft, programmes } = props
  const [isMaking, setMaking] = useState(false)
  const hasNone = !programmes.some((one) => one.editions.length > 0)
  const chosen = (editionId: string | null): void => {
    setMaking(false)
    wizard.change((old) => ({ ...old, editionId, choices: {} }))
  }
  if (isMaking || hasNone) {
    return <NewEdition programmes={programmes} onMade={chosen} onCancel={hasNone ? undefined : () => setMaking(false)} />
  }
  return (
    <Card>
      <div className={style['edition']}>
        <Select
          label={t('wizard.edition')}
          placeholder={t('wizard.editionPlaceholder')}
          searchable
          // What this step asks first; the act at the foot waits for it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={draft.editionId === null}
          nothingFoundMessage={t('frame.nothingFound')}
          data={[
            ...programmes.filter((one) => one.editions.length > 0).map((one) => ({
              group: one.name,
              items: one.editions.map((edition) => ({ value: edition.id, label: `${one.shortName ?? one.name} · ${edition.name} · ${edition.year}` })),
            })),
            { value: FRESH, label: t('wizard.newEdition') },
          ]}
          value={draft.editionId}
          onChange={(value) => (value === FRESH ? setMaking(true) : chosen(value))}
        />
        <Button variant="subtle" leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t('wizard.newEdition')}
        </Button>
      </div>
    </Card>
  )
}

/** How the list falls into groups, and which. */
function Division(props: { readonly wizard: Wizard; readonly draft: Draft; readonly reading: Reading }) {
  const t = useText()
  const { wizard, draft, reading } = props
  const possible = divisions(draft, reading)
  const by = divisionOf(draft, reading)
  return (
    <Card title={t('wizard.groups')}>
      {possible.length > 1 && (
        <Radio.Group value={by} aria-label={t('wizard.groups')} onChange={(value) => wizard.change((old) => ({ ...old, by: possible.find((one) => one === value) ?? old.by, choices: {} }))}>
          <div className={style['divisions']}>
            {possible.map((one) => (
              <Radio key={one} value={one} size="sm" label={t(WORDS.by[one])} />
            ))}
          </div>
        </Radio.Group>
      )}
      {by === 'column' && reading.groups.by !== 'column' && <ColumnValues wizard={wizard} />}
      <GroupsTable
        groups={wizard.groups}
        cohorts={wizard.edition?.cohorts ?? []}
        onChoose={(key, choice) => wizard.change((old) => ({ ...old, choices: { ...old.choices, [key]: choice } }))}
      />
    </Card>
  )
}

/** The values of a column that the file's reading did not take for one of groups: only a review tells them. */
function ColumnValues(props: { readonly wizard: Wizard }) {
  const t = useText()
  const { settings, setValues } = props.wizard
  const review = useReview(settings)
  const { answer } = review
  useEffect(() => {
    if (answer !== undefined) setValues(answer.groups.map(({ key, name, people }) => ({ key, name, rows: people })))
  }, [answer, setValues])
  return review.running ? <p className={wizardStyle['soft']}>{t('frame.loading')}</p> : null
}
