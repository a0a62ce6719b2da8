import { useState } from 'react'
import { Button } from '@mantine/core'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { figure } from '../../ui/figure.ts'
import { FileDone } from '../../ui/file-done.tsx'
import { IconPrinter } from '../../ui/icons.ts'
import style from './people.module.css'

type TrainingRecord = Gives<'people.record'>
type Line = TrainingRecord['lines'][number]

/** What a person was trained in: hours, mark, record of results and papers, course by course; and the same on paper. */
export function PersonTraining(props: { readonly personId: string }) {
  const t = useText()
  const record = useQuery('people.record', { id: props.personId })
  const print = useJob('people.printRecord', { label: t('record.print'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  const { data } = record
  const onPrint = async (): Promise<void> => {
    const made = await print.run({ id: props.personId })
    if (made !== undefined) setFile(made)
  }
  if (data === undefined) return <Failure error={record.error} onRetry={record.reload} />
  if (data.lines.length === 0) return <p className={style['soft']}>{`${t('people.noTraining')} ${t('people.noTrainingWhy')}`}</p>
  const { totals } = data
  return (
    <>
      <p className={style['soft']}>
        {[t('record.sum', { courses: totals.courses, hours: hoursShown(totals.attendedMinutes, 60), certificates: totals.certificates }), ...(totals.asSpeaker === 0 ? [] : [t('record.asSpeaker', { n: totals.asSpeaker })])].join(' · ')}
      </p>
      <div>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={print.running} onClick={() => void onPrint()}>
          {t('record.print')}
        </Button>
      </div>
      <Failure error={print.error} onClose={print.forget} />
      {file !== undefined && <FileDone file={file} />}
      <ul className={style['record']}>
        {data.lines.map((line) => (
          <RecordLine key={`${line.cohortId} ${line.role}`} line={line} />
        ))}
      </ul>
    </>
  )
}

function RecordLine(props: { readonly line: Line }) {
  const t = useText()
  const { line } = props
  return (
    <li>
      <a href={line.role === 'participant' && line.enrolmentId !== null ? href('programmes', ['grupo', line.cohortId, 'resultados'], { persona: line.enrolmentId }) : href('programmes', ['grupo', line.cohortId])}>{line.title}</a>
      <span className="tabular">{line.hours === null ? '' : t('people.hours', { hours: line.hours })}</span>
      <span className={style['soft']}>{`${line.editionName} · ${line.cohortName}`}</span>
      <span className={style['soft']}>{line.startsOn === null ? '' : dateText(line.startsOn)}</span>
      <span className={style['soft']}>{factsOf(t, line).join(' · ')}</span>
      <span />
      {(line.acta !== null || line.certificates.length > 0) && (
        <span className={style['papers']}>
          {line.certificates.map((one) => (
            <a key={one.id} className="tabular" href={href('certificates', [one.id])}>
              {one.state === 'valid' ? one.number : <><s>{one.number}</s> {t('record.paperState', { state: one.state, version: one.version })}</>}{' '}
            </a>
          ))}
          {line.acta !== null && <a href={href('programmes', ['grupo', line.cohortId, 'resultados', 'acta', line.acta.id])}>{t('record.acta', { number: line.acta.number })}</a>}
        </span>
      )}
    </li>
  )
}

function factsOf(t: Text, line: Line): readonly string[] {
  const gives = line.role !== 'participant'
  const attended = line.attendedMinutes
  return [
    t('lists.roleName', { role: line.role }),
    ...(gives ? [] : [t('lists.stateName', { state: line.state })]),
    ...(attended === null || line.plannedMinutes === null
      ? []
      : [gives ? t('record.gave', { hours: hoursShown(attended, line.minutesPerHour) }) : t('record.attended', { attended: hoursShown(attended, line.minutesPerHour), planned: hoursShown(line.plannedMinutes, line.minutesPerHour) })]),
    ...(line.mark === null ? [] : [t('record.mark', { mark: figure(line.mark) })]),
  ]
}
