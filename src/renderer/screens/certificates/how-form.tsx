import { Checkbox } from '@mantine/core'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { ModelChoice } from './model-choice.tsx'
import { SignatoryOrder } from './signatory-order.tsx'
import type { DeskFacts, Issue } from './use-issue.ts'
import style from './how-form.module.css'

const KINDS = ['certificado', 'constancia'] as const
const LANGUAGES = ['es', 'en'] as const
const DOCUMENTS = ['whole', 'masked', 'none'] as const

/** How the papers will be. Everything is proposed; each change is seen at once on the page beside it. */
export function HowForm(props: { readonly facts: DeskFacts; readonly issue: Issue; readonly editionHref: string }) {
  const t = useText()
  const { facts, issue } = props
  const { how, change } = issue
  return (
    <section className={style['how']} aria-label={t('issuing.how')}>
      <h2>{t('issuing.how')}</h2>
      <ChoiceCards
        label={t('issuing.kind')}
        value={how.paperKind}
        options={KINDS.map((kind) => ({ value: kind, word: t('issuing.kindName', { kind }), about: t('issuing.kindMeans', { kind }), disabled: !facts.series.some((one) => one.paperKind === kind) }))}
        onChange={(paperKind) => change({ paperKind })}
      />
      <div className={style['numbering']}>
        <DateField label={t('issuing.date')} value={how.issuedOn} onChange={(day) => change({ issuedOn: day ?? facts.today })} />
        <p>
          <span>{t('issuing.next')}</span>
          <b className="tabular" title={issue.nextNumber}>{issue.nextNumber}</b>
        </p>
      </div>
      {issue.seriesOfKind.length > 1 && (
        <SelectField
          label={t('issuing.series')}
          choices={issue.seriesOfKind.map((one) => ({ value: one.id, label: one.name }))}
          value={how.seriesId}
          onChange={(seriesId) => seriesId !== null && change({ seriesId })}
        />
      )}
      <ModelChoice facts={facts} issue={issue} />
      <SignatoryOrder all={facts.office.signatories} how={how} onChange={(signatoryIds) => change({ signatoryIds })} />
      <MoreOptions {...props} />
    </section>
  )
}

/** What most offices never change: folded, with what is chosen in sight. */
function MoreOptions(props: { readonly facts: DeskFacts; readonly issue: Issue; readonly editionHref: string }) {
  const t = useText()
  const { facts } = props
  const { how, change } = props.issue
  const document = how.document ?? 'whole'
  const language = how.language ?? 'es'
  const withSyllabus = how.withSyllabus ?? false
  return (
    <details className={style['more']}>
      <summary>
        <b>{t('issuing.more')}</b>
        <small>{t('issuing.moreNow', { document, language, withSyllabus })}</small>
      </summary>
      <div>
        <ChoiceCards
          label={t('issuing.document')}
          across
          value={document}
          options={DOCUMENTS.map((as) => ({ value: as, word: t('issuing.documentShown', { as }) }))}
          onChange={(as) => change({ document: as })}
        />
        <ChoiceCards
          label={t('issuing.language')}
          across
          value={language}
          options={LANGUAGES.map((one) => ({ value: one, word: t('issuing.languageName', { language: one }) }))}
          onChange={(one) => change({ language: one })}
        />
        <div className={style['back']}>
          <Checkbox label={t('issuing.syllabus')} checked={withSyllabus} disabled={!facts.hasSyllabus} onChange={(event) => change({ withSyllabus: event.currentTarget.checked })} />
          {!facts.hasSyllabus && (
            <small>
              {t('issuing.noSyllabus')} <a href={props.editionHref}>{t('issuing.writeSyllabus')}</a>
            </small>
          )}
        </div>
      </div>
    </details>
  )
}
