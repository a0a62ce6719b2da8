import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconCircleCheck, IconX } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { EditionSeen } from './edition-screen.tsx'
import type { Cohort } from './tree-lines.ts'
import { periodText, readCohortNames } from './words.ts'
import style from './programmes.module.css'

/** The groups of an edition, with how many take part in each and how many papers were given. */
export function EditionCohorts(props: { readonly seen: EditionSeen }) {
  const t = useText()
  const { edition, cohorts } = props.seen
  const remove = useCommand('cohorts.remove', { said: t('training.cohortRemoved') })
  return (
    <Card title={t('training.cohorts')}>
      {cohorts.length === 0 ? (
        <div className={style['teach']}>
          <strong>{t('training.noCohortsTitle')}</strong>
          <p>{t('training.noCohortsWhy')}</p>
        </div>
      ) : (
        <CohortTable cohorts={cohorts} onRemove={(id) => void remove.run({ id })} />
      )}
      <Failure error={remove.error} onClose={remove.forget} />
      <AddCohorts editionId={edition.id} there={cohorts.map((one) => one.name)} />
    </Card>
  )
}

function CohortTable(props: { readonly cohorts: readonly Cohort[]; readonly onRemove: (id: string) => void }) {
  const t = useText()
  const { cohorts } = props
  const total = (of: (cohort: Cohort) => number): string => shown(cohorts.reduce((sum, one) => sum + of(one), 0))
  return (
    <table className={style['cohorts']}>
      <thead>
        <tr>
          <th scope="col">{t('training.cohort')}</th>
          <th scope="col">{t('training.participants')}</th>
          <th scope="col">{t('training.others')}</th>
          <th scope="col">{t('training.certificates')}</th>
          <th aria-hidden className={style['end']} />
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <CohortRow key={cohort.id} cohort={cohort} onRemove={() => props.onRemove(cohort.id)} />
        ))}
      </tbody>
      {cohorts.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('training.total')}</th>
            <td>{total((one) => one.participants)}</td>
            <td>{total((one) => one.others)}</td>
            <td>{total((one) => one.certificates)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function CohortRow(props: { readonly cohort: Cohort; readonly onRemove: () => void }) {
  const t = useText()
  const { cohort } = props
  const people = cohort.participants + cohort.others
  const where = [cohort.site === cohort.name ? null : cohort.site, periodText(cohort)].filter((part) => part !== null && part !== '').join(' · ')
  return (
    <tr>
      <th scope="row">
        <a href={href('programmes', ['grupo', cohort.id])}>{cohort.name}</a>
        {where !== '' && <small>{where}</small>}
      </th>
      <td>{shown(cohort.participants)}</td>
      <td>{shown(cohort.others)}</td>
      <td>
        {people > 0 && cohort.certificates >= people && <IconCircleCheck size={15} aria-hidden className={style['good']} />} {shown(cohort.certificates)}
      </td>
      <td className={style['end']}>
        {people === 0 && (
          <button type="button" className={style['small']} aria-label={t('training.removeNamed', { name: cohort.name })} title={t('training.removeNamed', { name: cohort.name })} onClick={props.onRemove}>
            <IconX size={15} aria-hidden />
          </button>
        )}
      </td>
    </tr>
  )
}

function AddCohorts(props: { readonly editionId: string; readonly there: readonly string[] }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const names = readCohortNames(typed).filter((name) => !props.there.includes(name))
  const add = useCommand('cohorts.create', { said: t('training.cohortsAdded', { n: 1 }) })
  const onAdd = async (): Promise<void> => {
    for (const [at, name] of names.entries()) {
      const made = await add.run({ editionId: props.editionId, name, site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
      if (made === undefined) return setTyped(names.slice(at).join(', '))
    }
    setTyped('')
  }
  return (
    <form
      noValidate
      className={style['adding']}
      onSubmit={(event) => {
        event.preventDefault()
        void onAdd()
      }}
    >
      <TextField label={t('training.addCohorts')} placeholder={t('training.addCohortsWhy')} value={typed} maxLength={2000} onChange={setTyped} />
      <Button type="submit" disabled={names.length === 0} loading={add.running}>
        {t('training.add')}
      </Button>
      <Failure error={add.error} onClose={add.forget} />
    </form>
  )
}

/** A dash for none: zeros would make the column hard to read. */
function shown(n: number): string {
  return n === 0 ? '–' : n.toLocaleString('es-PE')
}
