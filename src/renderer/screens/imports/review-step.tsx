import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import type { Decisions } from '../../../shared/domain/roster/decisions.ts'
import { decisionBook, NO_DECISIONS } from '../../../shared/domain/roster/decisions.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowBackUp, IconCircleCheck } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card } from '../../ui/screen.tsx'
import { CauseCard } from './cause-card.tsx'
import type { CauseSeen, Decide, Review } from './deciding.ts'
import { countOf, skip } from './deciding.ts'
import type { Settings } from './draft.ts'
import { inOrder, isUrgent, SECTIONS, sectionOf } from './review-order.ts'
import type { Section } from './review-order.ts'
import { CleanRows, ReviewAside, RowsOut } from './review-lists.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { Sum } from './sum.tsx'
import { useReview } from './use-review.ts'
import { STEP } from './use-wizard.ts'
import type { Wizard } from './use-wizard.ts'
import { nextToDecide, useKeptFocus } from './use-kept-focus.ts'
import { WORDS } from './words.ts'
import style from './review.module.css'
import wizardStyle from './wizard.module.css'

/** What would happen, and what needs a look. Nothing is written until the foot's act. */
export function ReviewStep(props: { readonly wizard: Wizard }) {
  const t = useText()
  const { wizard } = props
  const [show, setShow] = useState<Settings['show']>()
  const review = useReview(wizard.settings, show)
  const write = useJob('imports.write', { label: t('wizard.writing'), quiet: true })
  const past = useDecisions(wizard)
  const { answer } = review
  const finish = async (): Promise<void> => {
    if (wizard.settings === undefined || answer === undefined) return
    const written = await write.run(wizard.settings)
    if (written !== undefined) wizard.finish({ importId: written.importId, groups: answer.groups })
  }
  if (answer === undefined) {
    return (
      <>
        <div className={wizardStyle['body']}>
          <Failure error={review.error} onRetry={review.retry} />
          {review.running && (
            <Card>
              <ProgressBar
                label={t('wizard.reviewing')}
                progress={review.progress}
                startedAt={review.startedAt}
                onCancel={() => {
                  review.cancel()
                  wizard.go(STEP.target)
                }}
              />
            </Card>
          )}
        </div>
        <StepFoot onBack={() => wizard.go(STEP.target)} next={t('wizard.write')} blocked={review.running ? t('wizard.reviewing') : t('wizard.notReviewed')} onNext={() => undefined} />
      </>
    )
  }
  return (
    <>
      <Findings wizard={wizard} past={past} answer={answer} busy={review.running} show={show} onShow={setShow} error={<Failure error={review.error ?? write.error} onRetry={review.error === undefined ? () => void finish() : review.retry} />} />
      {write.running ? (
        <div className={wizardStyle['foot']}>
          <div className={style['writing']}>
            <ProgressBar label={t('wizard.writing')} progress={write.progress} startedAt={write.startedAt} onCancel={write.cancel} />
          </div>
        </div>
      ) : (
        <WriteFoot answer={answer} busy={review.running} aside={<Decided past={past} n={countOf(wizard.draft?.decisions ?? NO_DECISIONS)} />} onBack={() => wizard.go(STEP.target)} onWrite={() => void finish()} />
      )}
    </>
  )
}

function WriteFoot(props: { readonly answer: Review; readonly busy: boolean; readonly aside: ReactNode; readonly onBack: () => void; readonly onWrite: () => void }) {
  const t = useText()
  const { numbers, causes } = props.answer
  const enter = numbers.created + numbers.updated + numbers.unchanged
  const changes = numbers.created + numbers.updated + numbers.enrolled
  const isOpen = causes.some((one) => one.open > 0 && isUrgent(sectionOf(one)))
  const toLook = causes.reduce((sum, one) => sum + (sectionOf(one) === 'look' ? one.open : 0), 0)
  return (
    <StepFoot
      onBack={props.onBack}
      isLast
      next={changes === 0 ? t('wizard.writeNothingNew') : t('wizard.writeRows', { n: enter })}
      waits={props.busy ? t('wizard.reviewingAgain') : undefined}
      blocked={enter === 0 && !props.busy ? t('wizard.nothingEnters') : undefined}
      takesFocus={!isOpen}
      aside={props.aside}
      onNext={props.onWrite}
    >
      {numbers.rejected > 0 && <span>{t('wizard.willBeRejected', { n: numbers.rejected })}</span>}
      {changes === 0 && <span>{t('wizard.nothingChanges')}</span>}
      {toLook > 0 && <span>{t('wizard.toLook', { n: toLook })}</span>}
      {numbers.enrolled > 0 && <span>{t('wizard.willEnrol', { n: numbers.enrolled })}</span>}
    </StepFoot>
  )
}

function Decided(props: { readonly past: Past; readonly n: number }) {
  const t = useText()
  return (
    <>
      <span className="tabular">{t('wizard.decisions', { n: props.n })}</span>
      {props.past.canUndo && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconArrowBackUp size={14} />} onClick={props.past.undo}>
          {t('wizard.undoDecision')}
        </Button>
      )}
    </>
  )
}

interface Showing {
  readonly wizard: Wizard
  readonly past: Past
  readonly answer: Review
  readonly busy: boolean
  readonly show: Settings['show']
  readonly onShow: (show: Settings['show']) => void
}

function Findings(props: Showing & { readonly error: ReactNode }) {
  const t = useText()
  const { wizard, answer } = props
  const { draft, reading } = wizard
  const place = useRef<HTMLDivElement>(null)
  const { past } = props
  useKeptFocus(place, answer)
  // The keyboard waits on the first thing to decide.
  useEffect(() => void (place.current !== null && nextToDecide(place.current)?.focus({ preventScroll: true })), [])
  if (draft === undefined || reading === undefined) return null
  const sections = inOrder(answer.causes)
  const hasNothing = sections.decide.length + sections.propose.length + sections.look.length === 0
  return (
    <div ref={place} data-review className={wizardStyle['body']}>
      <div className={style['top']}>
        <Sum numbers={answer.numbers} busy={props.busy} />
      </div>
      {props.error}
      <div className={style['review']}>
        <div className={style['findings']}>
          {hasNothing && (
            <p className={style['clean']}>
              <IconCircleCheck size={18} aria-hidden /> {t('wizard.nothingToDecide')}
            </p>
          )}
          {SECTIONS.map((section) => (
            <CauseSection key={section} section={section} causes={sections[section]} manySheets={draft.sheets.filter((one) => one.chosen).length > 1} decisions={draft.decisions} decide={past.decide} show={props.show} onShow={props.onShow} />
          ))}
          <RowsOut rejected={answer.rejected} skipped={answer.skipped} isByHand={(row) => draft.decisions.skip.some((one) => one.row === row.row && one.sheet === row.sheet)} onTakeIn={(row) => past.decide((old) => skip(old, row, false))} />
          <CleanRows rows={answer.sample} />
        </div>
        <ReviewAside answer={answer} />
      </div>
    </div>
  )
}

interface Past {
  readonly decide: Decide
  readonly undo: () => void
  readonly canUndo: boolean
}

/** Deciding, with the way back: Ctrl+Z takes back the last decision while the review is shown. */
function useDecisions(wizard: Wizard): Past {
  const [past, setPast] = useState<readonly Decisions[]>([])
  const { draft, change } = wizard
  const now = draft?.decisions
  const decide: Decide = (next) => {
    if (now !== undefined) setPast((old) => [...old, now])
    change((old) => ({ ...old, decisions: next(old.decisions) }))
  }
  const undo = (): void => {
    const last = past.at(-1)
    if (last === undefined) return
    setPast((old) => old.slice(0, -1))
    change((old) => ({ ...old, decisions: last }))
  }
  const latest = useRef(undo)
  latest.current = undo
  const canUndo = past.length > 0
  useEffect(() => {
    if (!canUndo) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z' || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      latest.current()
    }
    // Before the frame, for which Ctrl+Z is the last thing written.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [canUndo])
  return { decide, undo, canUndo }
}


function CauseSection(props: {
  readonly section: Section
  readonly causes: readonly CauseSeen[]
  readonly manySheets: boolean
  readonly decisions: Decisions
  readonly decide: Decide
  readonly show: Settings['show']
  readonly onShow: (show: Settings['show']) => void
}) {
  const t = useText()
  const { section, causes, decisions } = props
  const book = useMemo(() => decisionBook(decisions), [decisions])
  const [isOpen, setOpen] = useState(section !== 'tidied')
  if (causes.length === 0) return null
  const isDone = isUrgent(section) && causes.every((one) => one.open === 0)
  const count = causes.reduce((sum, one) => sum + one.count, 0)
  return (
    <section className={style['section']} data-section={section}>
      <h2>
        {section === 'tidied' ? (
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('wizard.section.tidied')} <span className="tabular">{t('wizard.repairs', { n: count })}</span>
          </button>
        ) : (
          t(isDone ? 'wizard.section.done' : WORDS.section[section])
        )}
      </h2>
      {!isOpen && <p className={wizardStyle['soft']}>{causes.map((one) => `${one.title} (${one.count.toLocaleString('es-PE')})`).join(' · ')}</p>}
      {isOpen && (
        <div className={style['cards']}>
          {causes.map((seen) => (
            <CauseCard key={seen.cause} seen={seen} book={book} decisions={decisions} manySheets={props.manySheets} decide={props.decide} shown={props.show?.cause === seen.cause ? props.show : undefined} onShow={props.onShow} />
          ))}
        </div>
      )}
    </section>
  )
}
