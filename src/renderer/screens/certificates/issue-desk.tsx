import { useState } from 'react'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Note } from '../../ui/note.tsx'
import { HowForm } from './how-form.tsx'
import { Issued } from './issued.tsx'
import { PagePane } from './page-pane.tsx'
import { PlanFoot } from './plan-foot.tsx'
import { useIssue } from './use-issue.ts'
import type { DeskFacts } from './use-issue.ts'
import type { Kind, WhoFilter } from './who.ts'
import { WhoList } from './who-list.tsx'
import style from './issue.module.css'

/** Who, how, and the page itself, all in sight at once; below the page, the act. */
export function IssueDesk(props: { readonly facts: DeskFacts; readonly editionName: string; readonly editionHref: string; readonly registerParams: Record<string, string> }) {
  const t = useText()
  const { facts } = props
  const issue = useIssue(facts)
  const { how, chosen } = issue
  const [shownId, setShownId] = useState<string>()
  const [filter, setFilter] = useState<WhoFilter>(facts.only === undefined ? 'all' : 'chosen')
  const [search, setSearch] = useState('')
  const [done, setDone] = useState<{ readonly answer: Gives<'certificates.issue'>; readonly kind: Kind }>()
  const [stopped, setStopped] = useState(false)
  const job = useJob('certificates.issue', { label: t('issuing.giving'), quiet: true })

  const getting = facts.people.filter((one) => chosen.has(one.id))
  const shown = facts.people.find((one) => one.id === shownId) ?? getting[0] ?? facts.people[0]
  const onIssue = async (): Promise<void> => {
    if (issue.choice === undefined) return
    setStopped(false)
    const answer = await job.run(issue.choice)
    if (answer === undefined) setStopped(true)
    else setDone({ answer, kind: how.paperKind })
  }
  if (done !== undefined) return <Issued done={done.answer} kind={done.kind} registerParams={props.registerParams} onMore={() => setDone(undefined)} />
  return (
    <div className={style['desk']}>
      <div className={style['choices']}>
        <WhoList
          people={facts.people}
          kind={how.paperKind}
          reasons={issue.reasons}
          chosen={chosen}
          onChoose={issue.choose}
          shownId={shown?.id}
          onShow={setShownId}
          filter={filter}
          onFilter={setFilter}
          search={search}
          onSearch={setSearch}
        />
        <HowForm facts={facts} issue={issue} editionHref={props.editionHref} />
      </div>
      <div className={style['right']}>
        <PagePane how={how} chosen={getting} shown={shown} onShow={setShownId} />
        {stopped && job.error === undefined && (
          <Note tone="warn" onClose={() => setStopped(false)}>
            {t('issuing.stopped')}
          </Note>
        )}
        <PlanFoot
          facts={facts}
          issue={issue}
          editionName={props.editionName}
          editionHref={props.editionHref}
          registerParams={props.registerParams}
          job={job}
          onIssue={() => void onIssue()}
          onMend={(act) => {
            if (act === 'constancia') return issue.change({ paperKind: 'constancia' })
            setSearch('')
            setFilter(act)
          }}
        />
      </div>
    </div>
  )
}
