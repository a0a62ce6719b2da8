import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import style from './funder-reports.module.css'

const formats = ['pdf', 'xlsx', 'docx'] as const
const names = { pdf: 'PDF', xlsx: 'Excel', docx: 'Word' } as const
const mostRows = 2_000

/** A report as it went out: its files again, what it said and what the register says today, its lists and annexes. */
export function IssuedPage({ reportId, issuedId }: { readonly reportId: string; readonly issuedId: string }) {
  const t = useText()
  const issued = useQuery('funderReports.issued', { issuedId })
  const draw = useJob('funderReports.draw', { quiet: true })
  const pack = useJob('funderReports.package', { quiet: true })
  const [file, setFile] = useState<FileRef>()
  const [list, setList] = useState<{ key: string; title: string }>()
  const running = draw.running ? draw : pack.running ? pack : null
  const keep = (made: FileRef | undefined): void => void (made !== undefined && setFile(made))
  const { data } = issued
  const title = data === undefined ? t('outcomes.tabReports') : `${data.title} · ${t('reportScreens.number', { number: data.number })}`
  return (
    <Screen
      title={title}
      about={data === undefined ? undefined : `${formatDate(data.from)} – ${formatDate(data.until)} · ${t('reportScreens.by', { day: formatDate(data.issuedAt.slice(0, 10)), who: data.who })}`}
      crumbs={[{ word: t('outcomes.tabReports'), href: '#/resultados/informes' }, { word: data?.title ?? '', href: `#/resultados/informes/${reportId}` }, { word: data === undefined ? '' : t('reportScreens.number', { number: data.number }) }]}
      tabs={<OutcomeTabs at="informes" />}
      actions={
        <>
          {formats.map((format) => (
            <Button key={format} disabled={running !== null} onClick={() => void draw.run({ issuedId, format }).then(keep)}>
              {names[format]}
            </Button>
          ))}
          <Button variant="filled" disabled={running !== null} onClick={() => void pack.run({ issuedId, formats: [...formats] }).then(keep)}>
            {t('reportScreens.package')}
          </Button>
        </>
      }
      panel={list === undefined ? undefined : <ListPanel key={list.key} issuedId={issuedId} list={list} onClose={() => setList(undefined)} />}
    >
      <Failure error={issued.error ?? draw.error ?? pack.error} onRetry={issued.reload} />
      {running !== null && <ProgressBar label={t('reportScreens.drawing')} progress={running.progress} startedAt={running.startedAt} onCancel={running.cancel} />}
      {file !== undefined && <FileDone file={file} primary />}
      {data !== undefined && (
        <>
          <Card title={t('reportScreens.thenAndNow')}>
            <Figures figures={data.figures} />
          </Card>
          <Card title={t('reportScreens.lists')}>
            <ul className={style['list']}>
              {data.lists.map((one) => (
                <li key={one.key}>
                  <button type="button" className={style['link']} onClick={() => setList(one)}>
                    {one.title}
                  </button>
                  <span className="tabular">{t('reportScreens.rows', { n: one.rows })}</span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('reportScreens.annexes')}>
            <ul className={style['list']}>
              {data.annexes.map((annex) => (
                <li key={annex.number} data-gone={annex.isGone}>
                  <span className="tabular">{annex.number}</span>
                  <span>{annex.title}</span>
                  {annex.isGone && <strong>{t('reportScreens.gone')}</strong>}
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </Screen>
  )
}

function Figures({ figures }: { readonly figures: readonly { readonly key: string; readonly label: string; readonly said: number | null; readonly now: number | null }[] }) {
  const t = useText()
  const shown = (value: number | null): string => (value === null ? '—' : groupedNumber(value, Number.isInteger(value) ? 0 : 2))
  return (
    <table className={style['table']}>
      <thead>
        <tr>
          <th scope="col">{t('reportScreens.figure')}</th>
          <th scope="col">{t('reportScreens.then')}</th>
          <th scope="col">{t('reportScreens.now')}</th>
          <th scope="col">{t('reportScreens.change')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, label, said, now }) => {
          const change = said === null || now === null ? null : now - said
          return (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{shown(said)}</td>
              <td>{shown(now)}</td>
              <td>{change === null || change === 0 ? t('reportScreens.same') : `${change > 0 ? '+' : ''}${shown(change)}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function ListPanel({ issuedId, list, onClose }: { readonly issuedId: string; readonly list: { readonly key: string; readonly title: string }; readonly onClose: () => void }) {
  const t = useText()
  const found = useQuery('funderReports.issuedList', { issuedId, key: list.key })
  return (
    <Panel title={list.title} subtitle={t('reportScreens.asItWas')} width={640} onClose={onClose}>
      <Failure error={found.error} onRetry={found.reload} />
      {found.data !== undefined && (
        <table className={style['table']}>
          <thead>
            <tr>{found.data.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
          </thead>
          <tbody>
            {/* Rows of what is frozen never change places. */}
            {found.data.rows.slice(0, mostRows).map((row, at) => (
              <tr key={at}>{row.map((cell, place) => <td key={place}>{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      )}
      {found.data !== undefined && found.data.rows.length > mostRows && <p className={style['quiet']}>{t('reportScreens.moreInFile', { n: found.data.rows.length - mostRows })}</p>}
    </Panel>
  )
}
