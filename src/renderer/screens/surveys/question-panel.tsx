import { useState } from 'react'
import type { Question } from '../../../shared/domain/survey-questions.ts'
import { questionKinds } from '../../../shared/domain/survey-questions.ts'
import { useText } from '../../language.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import style from './surveys.module.css'

/** One question, saved field by field. What answers already given would not survive is refused at the field. */
export function QuestionPanel(props: { readonly question: Question; readonly number: number; readonly onPut: (patch: Partial<Question>) => Promise<unknown>; readonly onClose: () => void }) {
  const t = useText()
  const { question } = props
  // A choice is only one with its options: until they are written it is chosen, not saved.
  const [becomes, setBecomes] = useState<'choice'>()
  const kind = becomes ?? question.kind
  const onKind = async (value: string | null): Promise<void> => {
    const next = questionKinds.find((one) => one === value) ?? question.kind
    if (next === 'choice' && question.options.length < 2) {
      setBecomes('choice')
      return
    }
    await props.onPut({ kind: next })
    setBecomes(undefined)
  }
  const onOptions = async (written: string): Promise<void> => {
    const options = written.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    await props.onPut({ kind: 'choice', options })
    setBecomes(undefined)
  }
  return (
    <Panel title={t('survey.questionNumber', { n: props.number })} subtitle={t('survey.questionSaves')} width={400} onClose={props.onClose}>
      <div className={style['about']}>
        <TextField label={t('survey.question')} value={question.text} required autoFocus maxLength={400} lines={2} onSave={(text) => props.onPut({ text })} />
        <TextField label={t('surveys.section')} description={t('survey.sectionWhy')} value={question.section ?? ''} maxLength={120} onSave={(section) => props.onPut({ section: section === '' ? null : section })} />
        <SelectField label={t('survey.answeredWith')} value={kind} choices={questionKinds.map((one) => ({ value: one, label: t(`survey.kind.${one}`) }))} onSave={onKind} />
        {kind === 'choice' && <TextField label={t('survey.options')} description={t('survey.optionsWhy')} required lines={4} value={question.options.join('\n')} onSave={onOptions} />}
      </div>
    </Panel>
  )
}
