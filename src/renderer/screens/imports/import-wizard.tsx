import { useMemo } from 'react'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Screen } from '../../ui/screen.tsx'
import { Steps } from '../../ui/steps.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { TargetStep } from './target-step.tsx'
import { STEP, useWizard } from './use-wizard.ts'
import style from './wizard.module.css'

/** From a roster as the office keeps it to people enrolled: nothing is written until the last step, and each can be returned to. */
export function ImportWizard(props: { readonly editionId?: string | undefined; readonly cohortId?: string | undefined }) {
  const t = useText()
  const to = useMemo(() => ({ editionId: props.editionId, cohortId: props.cohortId }), [props.editionId, props.cohortId])
  const wizard = useWizard(to)
  const steps = [t('wizard.stepFile'), t('wizard.stepColumns'), t('wizard.stepTarget'), t('wizard.stepReview'), t('wizard.stepDone')]
  const title = t('wizard.title')
  return (
    <Screen
      fill
      title={title}
      crumbs={[{ word: title }]}
      about={wizard.draft === undefined ? t('wizard.nothingWritten') : <span className={style['fileName']}>{wizard.draft.file.name}</span>}
      actions={<a href={href('people', ['importaciones'])}>{t('wizard.pastImports')}</a>}
      tools={<Steps steps={steps} at={wizard.step} onGo={wizard.step === STEP.done ? undefined : wizard.go} />}
    >
      <div className={style['wizard']}>
        {wizard.step === STEP.file && <FileStep wizard={wizard} />}
        {wizard.step === STEP.columns && <ColumnsStep wizard={wizard} />}
        {wizard.step === STEP.target && <TargetStep wizard={wizard} />}
        {wizard.step === STEP.review && <ReviewStep wizard={wizard} />}
        {wizard.step === STEP.done && <DoneStep wizard={wizard} />}
      </div>
    </Screen>
  )
}
