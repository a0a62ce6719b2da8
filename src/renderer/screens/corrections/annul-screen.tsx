import { useState } from 'react'
import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import type { Route } from '../../router.ts'
import { ConfirmByTyping } from '../../ui/confirm-by-typing.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconX } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'
import { askedPapers } from './chosen-papers.ts'
import style from './corrections.module.css'
import { ListLine } from './list-line.tsx'
import { ProcedureFields, useProcedure } from './procedure-fields.tsx'

/** Annulling papers by procedure: from then on they count no more, and their numbers stay in the register. */
export function AnnulScreen(props: { readonly params: Route['params'] }) {
  const t = useText()
  const ids = askedPapers(props.params)
  const [done, setDone] = useState<Gives<'corrections.annul'>>()
  const title = t('correctionScreens.annulPapers', { n: ids?.length ?? 1 })
  let body = <NoPapers />
  if (done !== undefined) body = <Done done={done} />
  else if (ids !== undefined && ids.length > 0) body = <AnnulForm ids={ids} onDone={setDone} />
  return (
    <Screen title={title} crumbs={[{ word: title }]} tabs={<CertificateTabs at="correcciones" />}>
      <div className={style['start']}>{body}</div>
    </Screen>
  )
}

function NoPapers() {
  const t = useText()
  return (
    <EmptyState drawing="certificates" title={t('correctionScreens.noneChosen')} actions={<Button onClick={() => (window.location.hash = href('certificates'))}>{t('trust.tabRegister')}</Button>}>
      {t('correctionScreens.noneChosenWhy')}
    </EmptyState>
  )
}

function AnnulForm(props: { readonly ids: readonly string[]; readonly onDone: (done: Gives<'corrections.annul'>) => void }) {
  const t = useText()
  const n = props.ids.length
  const procedure = useProcedure()
  const [isAsking, setAsking] = useState(false)
  const job = useJob('corrections.annul', { label: t('correctionScreens.annulling', { n }), quiet: true })
  const send = async (): Promise<void> => {
    setAsking(false)
    if (procedure.day === null) return
    const done = await job.run({ certificateIds: [...props.ids], reason: procedure.reason.trim(), annulledOn: procedure.day, resolution: procedure.resolution.trim() === '' ? null : procedure.resolution.trim() })
    if (done !== undefined) props.onDone(done)
  }
  return (
    <Card>
      <Whose ids={props.ids} />
      <p className={style['soft']}>{t('correctionScreens.annulWhy')}</p>
      <form className={style['form']} onSubmit={(event) => (event.preventDefault(), procedure.isReady && setAsking(true))}>
        <ProcedureFields procedure={procedure} example={t('correctionScreens.annulExample')} hint={t('correctionScreens.annulHint')} />
        <Failure error={job.error} onClose={job.forget} />
        {job.running ? (
          <ProgressBar label={t('correctionScreens.annulling', { n })} progress={job.progress} startedAt={job.startedAt} onCancel={job.cancel} />
        ) : (
          <div>
            <Button type="submit" variant="filled" leftSection={<IconX size={16} aria-hidden />} disabled={!procedure.isReady}>
              {t('correctionScreens.annulAct', { n })}
            </Button>
          </div>
        )}
      </form>
      <ConfirmByTyping open={isAsking} title={t('correctionScreens.annulAsk', { n })} word={t('correctionScreens.annulWord')} act={t('correctionScreens.annulAct', { n })} onConfirm={() => void send()} onClose={() => setAsking(false)}>
        {t('correctionScreens.annulForGood')}
      </ConfirmByTyping>
    </Card>
  )
}

/** The paper, when it is one; of many, how many. */
function Whose(props: { readonly ids: readonly string[] }) {
  const t = useText()
  const [first] = props.ids
  const asked = useQuery('certificates.get', { id: first ?? '' }, { enabled: first !== undefined })
  const paper = asked.data
  return (
    <>
      <Failure error={asked.error} onRetry={asked.reload} />
      {paper !== undefined && (
        <p>
          <b>{t('correctionScreens.andOthers', { name: paper.personName, n: props.ids.length - 1 })}</b>
          <br />
          <span className={style['soft']}>{props.ids.length === 1 ? `${paper.number} · ${paper.title} · ${paper.cohortName}` : t('correctionScreens.papersOf', { n: props.ids.length })}</span>
        </p>
      )}
    </>
  )
}

function Done(props: { readonly done: Gives<'corrections.annul'> }) {
  const t = useText()
  const { annulled, leftOut } = props.done
  return (
    <Card title={t('correctionScreens.annulled', { n: annulled })}>
      <p aria-live="polite">{t('correctionScreens.annulledWhy', { n: annulled })}</p>
      {leftOut.length > 0 && (
        <Note tone="warn" title={t('correctionScreens.leftOut', { n: leftOut.length })}>
          <ul className={style['summary']}>
            {leftOut.slice(0, 50).map(({ id, because }) => (
              <li key={id}>{because}</li>
            ))}
          </ul>
        </Note>
      )}
      <ListLine />
      <nav className={style['links']} aria-label={t('issuing.links')}>
        <a href={href('certificates', ['correcciones'])}>{t('correctionScreens.seeLog')}</a>
        <a href={href('certificates')}>{t('issuing.seeRegister')}</a>
      </nav>
    </Card>
  )
}
