import { useState } from 'react'
import { Button } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { postAsOf } from '../../../shared/domain/posts.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonIndicators } from '../indicators/person-indicators.tsx'
import { PersonInitiatives } from '../initiatives/person-initiatives.tsx'
import { PersonPapers } from '../corrections/person-papers.tsx'
import { PersonFields } from './person-fields.tsx'
import { PersonPosts } from './person-posts.tsx'
import { PersonTraits } from './person-traits.tsx'
import { PersonTraining } from './person-training.tsx'
import { RecordHistory } from './record-history.tsx'
import style from './people.module.css'

const VIEWS = ['datos', 'puestos', 'capacitacion', 'cambios'] as const
type View = (typeof VIEWS)[number]

/** A person's record beside the list. Everything saves itself, and can be undone. */
export function PersonPanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('people.get', { id: props.id })
  const remove = useCommand('people.remove', { said: t('people.removedDone') })
  const [view, setView] = useState<View>('datos')
  const today = useQuery('app.about', {}).data?.today ?? ''
  const record = asked.data
  const isLive = record !== undefined && record.person.removedAt === null
  const takeOff = async (): Promise<void> => {
    if ((await remove.run({ id: props.id })) !== undefined) props.onClose()
  }
  return (
    <Panel
      title={record === undefined ? t('frame.loading') : displayName(record.person)}
      subtitle={record === undefined ? undefined : subtitleOf(record, t('people.documentTypeShort', { type: record.person.documentType }), today)}
      width={460}
      onClose={props.onClose}
    >
      <Failure error={asked.error} onRetry={asked.reload} />
      {record !== undefined && (
        <>
          {!isLive && <Removed id={props.id} />}
          <Views record={record} view={view} onView={setView} />
          {view === 'datos' && isLive && <PersonPapers record={record} />}
          {view === 'datos' && <PersonFields record={record} />}
          {view === 'datos' && isLive && <PersonTraits personId={props.id} />}
          {view === 'datos' && isLive && (
            <div>
              <Button variant="subtle" leftSection={<IconTrash size={16} />} loading={remove.running} onClick={() => void takeOff()}>
                {t('people.remove')}
              </Button>
              <Failure error={remove.error} onClose={remove.forget} />
            </div>
          )}
          {view === 'puestos' && <PersonPosts personId={props.id} posts={record.posts} />}
          {view === 'capacitacion' && <PersonTraining personId={props.id} />}
          {view === 'capacitacion' && <PersonInitiatives personId={props.id} />}
          {view === 'capacitacion' && <PersonIndicators personId={props.id} />}
          {view === 'cambios' && <RecordHistory entity="people" id={props.id} />}
        </>
      )}
    </Panel>
  )
}

type PersonRecord = Gives<'people.get'>

function subtitleOf({ person, posts }: PersonRecord, type: string, today: string): string {
  const post = postAsOf(posts, today)
  return [person.documentNumber === null ? type : `${type} ${person.documentNumber}`, post?.organisationName].filter(Boolean).join(' · ')
}

function Removed(props: { readonly id: string }) {
  const t = useText()
  const restore = useCommand('people.restore', { said: t('people.restoredDone') })
  return (
    <>
      <Note tone="warn" actions={<Button onClick={() => void restore.run({ id: props.id })}>{t('people.restore')}</Button>}>
        {t('people.removed')}
      </Note>
      <Failure error={restore.error} onClose={restore.forget} />
    </>
  )
}

function Views(props: { readonly record: PersonRecord; readonly view: View; readonly onView: (view: View) => void }) {
  const t = useText()
  const counted = (word: string, n: number): string => (n === 0 ? word : t('frame.count', { word, n }))
  const words: Readonly<Record<View, string>> = {
    datos: t('people.tabData'),
    puestos: counted(t('people.tabPosts'), props.record.posts.length),
    capacitacion: counted(t('people.tabTraining'), props.record.enrolments.length),
    cambios: t('people.tabHistory'),
  }
  const move = (by: number): void => {
    const next = VIEWS[(VIEWS.indexOf(props.view) + by + VIEWS.length) % VIEWS.length] ?? 'datos'
    props.onView(next)
    document.getElementById(`view-${next}`)?.focus()
  }
  return (
    <div
      role="tablist"
      tabIndex={-1}
      className={style['views']}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1)
        if (event.key === 'ArrowLeft') move(-1)
      }}
    >
      {VIEWS.map((one) => (
        <button key={one} id={`view-${one}`} type="button" role="tab" aria-selected={one === props.view} tabIndex={one === props.view ? 0 : -1} onClick={() => props.onView(one)}>
          {words[one]}
        </button>
      ))}
    </div>
  )
}
