import { useMemo, useState } from 'react'
import { Button, Modal, Select } from '@mantine/core'
import { displayName } from '../../../../shared/domain/names.ts'
import { useQuery } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import type { Sample } from './use-look.ts'
import style from './editor.module.css'

const KINDS = ['usual', 'longest', 'longestKnown', 'enrolment'] as const

/** With whose words the pages are shown. */
export function SamplePicker(props: { readonly value: Sample; readonly onChange: (sample: Sample) => void }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const [name, setName] = useState('')
  return (
    <>
      <Select
        aria-label={t('designEditor.sample')}
        className={style['sample'] ?? ''}
        data={KINDS.map((kind) => ({ value: kind, label: kind === 'enrolment' && props.value.kind === 'enrolment' ? t('designEditor.sampleOf', { name }) : t(`designEditor.sample.${kind}`) }))}
        value={props.value.kind}
        allowDeselect={false}
        onOptionSubmit={(kind) => kind === 'enrolment' && setAsking(true)}
        onChange={(kind) => kind !== null && kind !== 'enrolment' && props.onChange({ kind: kind as 'usual' | 'longest' | 'longestKnown' })}
      />
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t('designEditor.sample.enrolment')} closeButtonProps={{ 'aria-label': t('frame.close') }}>
        {isAsking && (
          <PersonOfGroup
            onChoose={(enrolmentId, chosen) => {
              setName(chosen)
              setAsking(false)
              props.onChange({ kind: 'enrolment', enrolmentId })
            }}
          />
        )}
      </Modal>
    </>
  )
}

function PersonOfGroup(props: { readonly onChoose: (enrolmentId: string, name: string) => void }) {
  const t = useText()
  const tree = useQuery('programmes.list', { search: '' })
  const [cohortId, setCohort] = useState<string | null>(null)
  const [person, setPerson] = useState<string | null>(null)
  const people = useQuery('enrolments.list', { cohortId: cohortId ?? '00000000-0000-7000-8000-000000000000' }, { enabled: cohortId !== null })
  const groups = useMemo(
    () =>
      (tree.data ?? []).map((programme) => ({
        group: programme.name,
        items: programme.editions.flatMap((edition) => edition.cohorts.filter((cohort) => cohort.participants + cohort.others > 0).map((cohort) => ({ value: cohort.id, label: `${cohort.name} · ${edition.name}` }))),
      })).filter((programme) => programme.items.length > 0),
    [tree.data],
  )
  const named = people.data?.find((one) => one.id === person)
  return (
    <form
      className={style['ask']}
      onSubmit={(event) => {
        event.preventDefault()
        if (named !== undefined) props.onChoose(named.id, displayName(named))
      }}
    >
      <Failure error={tree.error ?? people.error} onRetry={tree.reload} />
      <Select data-autofocus label={t('designEditor.group')} placeholder={t('frame.choose')} searchable data={groups} value={cohortId} nothingFoundMessage={t('designEditor.noGroups')} onChange={(value) => (setCohort(value), setPerson(null))} />
      <Select label={t('designEditor.person')} placeholder={t('frame.choose')} searchable disabled={cohortId === null} data={(people.data ?? []).map((one) => ({ value: one.id, label: displayName(one) }))} value={person} nothingFoundMessage={t('frame.nothingFound')} onChange={setPerson} />
      <div className={style['askActs']}>
        <Button type="submit" variant="filled" disabled={named === undefined}>
          {t('designEditor.showWith')}
        </Button>
      </div>
    </form>
  )
}
