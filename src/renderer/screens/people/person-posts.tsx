import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { isHeldOn, postAsOf } from '../../../shared/domain/posts.ts'
import { regimes } from '../../../shared/domain/regimes.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import style from './people.module.css'

type Post = Gives<'people.get'>['posts'][number]

/** Where a person worked or whom she represented, the latest first; the one in force today is marked. */
export function PersonPosts(props: { readonly personId: string; readonly posts: readonly Post[] }) {
  const t = useText()
  const [editing, setEditing] = useState<string>()
  const today = useQuery('app.about', {}).data?.today
  const latest = today === undefined ? undefined : postAsOf(props.posts, today)
  const now = latest !== undefined && today !== undefined && isHeldOn(latest, today) ? latest : undefined
  return (
    <Section>
      <p className={style['soft']}>{props.posts.length === 0 ? t('people.noPosts') : t('people.postsWhy')}</p>
      {props.posts.length > 0 && (
        <ol className={style['posts']}>
          {props.posts.map((post) => (
            <li key={post.id} data-now={post.id === now?.id}>
              {editing === post.id ? <EditPost post={post} onDone={() => setEditing(undefined)} /> : <PostSeen post={post} isNow={post.id === now?.id} onEdit={() => setEditing(post.id)} />}
            </li>
          ))}
        </ol>
      )}
      {editing === 'new' ? (
        <NewPost personId={props.personId} hasEarlier={props.posts.length > 0} onDone={() => setEditing(undefined)} />
      ) : (
        <div>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {t('people.addPost')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function PostSeen(props: { readonly post: Post; readonly isNow: boolean; readonly onEdit: () => void }) {
  const t = useText()
  const { post } = props
  const remove = useCommand('people.removePost')
  const span = { since: post.since === null ? null : dateText(post.since), until: post.until === null ? null : dateText(post.until) }
  const details = [post.unit, post.regime === null ? null : t('people.regimeName', { regime: post.regime })].filter(Boolean).join(' · ')
  return (
    <>
      <div className={style['postHead']}>
        <strong>{post.title ?? post.organisationName ?? post.unit}</strong>
        {props.isNow && <span className={style['now']}>{t('people.postNow')}</span>}
      </div>
      {post.title !== null && post.organisationName !== null && <div>{post.organisationName}</div>}
      {details !== '' && <div className={style['soft']}>{details}</div>}
      <div className={style['soft']}>{t('people.postSpan', span)}</div>
      <div className={style['postActs']}>
        <Button variant="subtle" size="compact-sm" onClick={props.onEdit}>
          {t('people.editPost')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => void remove.run({ id: post.id })}>
          {t('people.removePost')}
        </Button>
      </div>
      <Failure error={remove.error} onClose={remove.forget} />
    </>
  )
}

/** What was written down wrongly, field by field: each is saved as it is left. */
function EditPost(props: { readonly post: Post; readonly onDone: () => void }) {
  const t = useText()
  const { post } = props
  const update = useCommand('people.updatePost', { quiet: true })
  const save = (fields: Parameters<typeof update.run>[0]['fields']): Promise<unknown> => update.runOrThrow({ id: post.id, fields })
  const organisation = post.organisationId === null ? null : { id: post.organisationId, label: post.organisationName ?? '' }
  return (
    <div className={style['form']}>
      <OrganisationField label={t('people.postOrganisation')} value={organisation} kindOfNew="otro" onSave={(one) => save({ organisationId: one?.id ?? null })} />
      <TextField label={t('people.postTitle')} maxLength={160} value={post.title ?? ''} onSave={(title) => save({ title })} />
      <Row>
        <TextField label={t('people.postUnit')} maxLength={160} value={post.unit ?? ''} onSave={(unit) => save({ unit })} />
        <RegimeField value={post.regime} onSave={(regime) => save({ regime })} />
      </Row>
      <Row>
        <DateField label={t('people.postSince')} value={post.since} onSave={(since) => save({ since })} />
        <DateField label={t('people.postUntil')} value={post.until} onSave={(until) => save({ until })} />
      </Row>
      <div className={style['formActs']}>
        <Button onClick={props.onDone}>{t('frame.close')}</Button>
      </div>
    </div>
  )
}

function NewPost(props: { readonly personId: string; readonly hasEarlier: boolean; readonly onDone: () => void }) {
  const t = useText()
  const add = useCommand('people.addPost')
  const [organisation, setOrganisation] = useState<Found | null>(null)
  const [title, setTitle] = useState('')
  const [unit, setUnit] = useState('')
  const [regime, setRegime] = useState<string | null>(null)
  const [since, setSince] = useState<string | null>(null)
  const [closes, setCloses] = useState(true)
  const send = async (): Promise<void> => {
    const closesEarlier = closes && props.hasEarlier && since !== null
    const answer = await add.run({ personId: props.personId, organisationId: organisation?.id ?? null, title, unit, regime, sector: null, since, until: null, closesEarlier })
    if (answer !== undefined) props.onDone()
  }
  return (
    <form
      className={style['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <OrganisationField label={t('people.postOrganisation')} value={organisation} kindOfNew="otro" autoFocus onChange={setOrganisation} />
      <TextField label={t('people.postTitle')} maxLength={160} value={title} onChange={setTitle} />
      <Row>
        <TextField label={t('people.postUnit')} maxLength={160} value={unit} onChange={setUnit} />
        <RegimeField value={regime} onChange={setRegime} />
      </Row>
      <Row>
        <DateField label={t('people.postSince')} value={since} onChange={setSince} />
        <span />
      </Row>
      {props.hasEarlier && since !== null && <Checkbox size="sm" label={t('people.postCloses')} checked={closes} onChange={(event) => setCloses(event.currentTarget.checked)} />}
      <Failure error={add.error} onClose={add.forget} />
      <div className={style['formActs']}>
        <Button onClick={props.onDone}>{t('frame.cancel')}</Button>
        <Button type="submit" loading={add.running}>
          {t('people.savePost')}
        </Button>
      </div>
    </form>
  )
}

function RegimeField(props: { readonly value: string | null; readonly onSave?: (value: string | null) => Promise<unknown>; readonly onChange?: (value: string | null) => void }) {
  const t = useText()
  return <SelectField {...props} label={t('people.postRegime')} canBeEmpty choices={regimes.map((regime) => ({ value: regime, label: t('people.regimeName', { regime }) }))} />
}
