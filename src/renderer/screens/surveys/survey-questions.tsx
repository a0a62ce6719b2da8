import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Question } from '../../../shared/domain/survey-questions.ts'
import { useCommand, useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconArrowDown, IconArrowUp, IconPlus, IconPrinter, IconTrash } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { QuestionPanel } from './question-panel.tsx'
import { useMadeFile } from './report-file.tsx'
import type { SurveyViewProps } from './surveys-tab.tsx'
import style from './surveys.module.css'

/** What the survey asks: its words, its order, how each is answered. Everything saves itself. */
export function SurveyQuestions({ seen, survey, frame }: SurveyViewProps) {
  const t = useText()
  const { questions } = survey
  const [openId, setOpenId] = useState<string>()
  const update = useCommand('surveys.update', { quiet: true })
  const remove = useCommand('surveys.remove', { said: t('survey.removed') })
  const form = useJob('surveys.form', { label: t('survey.makingForm') })
  const made = useMadeFile()
  const put = (fields: Parameters<typeof update.runOrThrow>[0]['fields']): Promise<unknown> => update.runOrThrow({ id: survey.id, fields })
  const putAll = (next: readonly Question[]): Promise<unknown> => put({ questions: next.map((one) => ({ ...one, options: [...one.options] })) })
  /** The same for a press that has no field of its own: what is refused is said above the list. */
  const tryAll = (next: readonly Question[]): Promise<unknown> => update.run({ id: survey.id, fields: { questions: next.map((one) => ({ ...one, options: [...one.options] })) } })
  const open = questions.find((one) => one.id === openId)
  const onAdd = async (): Promise<void> => {
    const last = questions.at(-1)
    const added: Question = { id: `p${crypto.randomUUID().slice(0, 8)}`, section: last?.section ?? null, text: t('survey.newQuestion'), kind: 'scale', options: [] }
    if ((await tryAll([...questions, added])) !== undefined) setOpenId(added.id)
  }
  const move = (from: number, by: number): void => {
    const next = [...questions]
    const [taken] = next.splice(from, 1)
    if (taken !== undefined) next.splice(from + by, 0, taken)
    void tryAll(next)
  }
  const onForm = async (): Promise<void> => made.show(await form.run({ id: survey.id }), t('survey.formReady'))
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id: survey.id })) !== undefined) go('programmes', ['grupo', seen.cohort.id, 'encuestas'])
  }
  return (
    <Screen
      {...frame}
      actions={
        <>
          <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
            {t('survey.remove')}
          </Button>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={form.running} onClick={() => void onForm()}>
            {t('survey.printForm')}
          </Button>
          <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void onAdd()}>
            {t('survey.addQuestion')}
          </Button>
        </>
      }
      panel={open === undefined ? null : <QuestionPanel key={open.id} question={open} number={questions.indexOf(open) + 1} onPut={(patch) => putAll(questions.map((one) => (one.id === open.id ? { ...one, ...patch } : one)))} onClose={() => setOpenId(undefined)} />}
    >
      {made.outcome}
      <Failure error={update.error ?? remove.error ?? form.error} onClose={() => (update.forget(), remove.forget(), form.forget())} />
      <Card>
        <div className={style['headOf']}>
          <TextField label={t('survey.name')} value={survey.name} required maxLength={150} onSave={(name) => put({ name })} />
          <TextField label={t('survey.intro')} value={survey.intro ?? ''} maxLength={1000} onSave={(intro) => put({ intro })} />
        </div>
      </Card>
      {questions.length === 0 ? (
        <EmptyState drawing="sheet" title={t('survey.noQuestions')}>
          {t('survey.noQuestionsWhy')}
        </EmptyState>
      ) : (
        <Card>
          <ol className={style['list']}>
            {questions.map((question, at) => (
              <li key={question.id}>
                {question.section !== null && question.section !== questions[at - 1]?.section && <h3>{question.section}</h3>}
                <div data-open={question.id === openId}>
                  <button type="button" className={style['open']} onClick={() => setOpenId(question.id)}>
                    <b>{at + 1}.</b> {question.text}
                    <small>{question.kind === 'choice' ? t('survey.choiceOf', { n: question.options.length }) : t(`survey.kind.${question.kind}`)}</small>
                  </button>
                  <Button variant="subtle" size="compact-sm" aria-label={t('survey.moveUp', { n: at + 1 })} disabled={at === 0} onClick={() => move(at, -1)}>
                    <IconArrowUp size={15} aria-hidden />
                  </Button>
                  <Button variant="subtle" size="compact-sm" aria-label={t('survey.moveDown', { n: at + 1 })} disabled={at === questions.length - 1} onClick={() => move(at, 1)}>
                    <IconArrowDown size={15} aria-hidden />
                  </Button>
                  <Button variant="subtle" size="compact-sm" aria-label={t('survey.removeQuestion', { n: at + 1 })} onClick={() => void tryAll(questions.filter((one) => one.id !== question.id))}>
                    <IconTrash size={15} aria-hidden />
                  </Button>
                </div>
              </li>
            ))}
          </ol>
        </Card>
      )}
    </Screen>
  )
}
