import { useState } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { DesignPicture } from '../designs/design-picture.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { designsThatFit } from './fitting.ts'
import type { DeskFacts, How, Issue } from './use-issue.ts'
import style from './how-form.module.css'

/** The app's models and the office's own designs, each with its page; first those made for this kind of paper and these people. */
export function ModelChoice(props: { readonly facts: DeskFacts; readonly issue: Issue }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const { facts, issue } = props
  const { how, roles } = issue
  const fitting = designsThatFit(facts.designs, { paperKind: how.paperKind, roles })
  const others = facts.designs.filter((one) => !fitting.includes(one))
  const chosen = facts.designs.find((one) => one.ref === how.model)
  const few = chosen === undefined || fitting.includes(chosen) ? fitting : [...fitting, chosen]
  const shown = all ? [...fitting, ...others] : few
  return (
    <div className={style['models']}>
      <ChoiceCards
        label={t('issuing.model')}
        across
        value={how.model}
        options={shown.map((one) => ({ value: one.ref, word: one.name, picture: <DesignPicture design={one.ref} paperKind={how.paperKind} role={roles[0] ?? null} /> }))}
        onChange={(model: How['model']) => issue.change({ model })}
      />
      <div className={style['modelActs']}>
        {(all || few.length < facts.designs.length) && (
          <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('issuing.fewerModels') : t('issuing.allModels', { n: facts.designs.length })}
          </Button>
        )}
        {chosen?.isOwn === true && <a href={href('certificates', ['disenos', chosen.ref])}>{t('issuing.openDesign')}</a>}
      </div>
    </div>
  )
}

