import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { useApi, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href, useRoute } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { IconCopy, IconPlus } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { NewSeries } from './new-series.tsx'
import { SeriesDetail } from './numbering-series.tsx'
import style from './numbering.module.css'

export type Series = Gives<'numbering.list'>[number]

/** How the numbers of each kind of paper are made, up to where they were given, and what was set aside for other computers. */
export function NumberingSettings() {
  const t = useText()
  const [, chosen] = useRoute().path
  const series = useQuery('numbering.list', {})
  const about = useQuery('app.about', {})
  const [adding, setAdding] = useState(false)
  // The button comes back with the cursor on it.
  const wasAdding = useRef(false)
  const leave = (): void => {
    wasAdding.current = true
    setAdding(false)
  }
  const year = Number((about.data?.today ?? '0').slice(0, 4))
  const shown = series.data?.find((one) => one.id === chosen) ?? series.data?.[0]
  return (
    <>
      <p className={style['why']}>{t('settings.numberingWhy')}</p>
      <Failure error={series.error} onRetry={series.reload} />
      <ThisComputer />
      {series.data?.length === 0 && (
        <EmptyState drawing="certificates" title={t('settings.noSeries')} actions={<a href={href('settings', ['entidad'])}>{t('settings.entity')}</a>}>
          {t('settings.noSeriesWhy')}
        </EmptyState>
      )}
      {series.data !== undefined && shown !== undefined && year > 0 && (
        <div className={style['two']}>
          <div className={style['side']}>
            <nav className={style['list']} aria-label={t('settings.series')}>
              {series.data.map((one) => (
                <SeriesLink key={one.id} series={one} current={!adding && one.id === shown.id} onGo={() => setAdding(false)} />
              ))}
            </nav>
            {!adding && (
              <div>
                <Button autoFocus={wasAdding.current} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
                  {t('settings.addSeries')}
                </Button>
              </div>
            )}
          </div>
          {adding ? (
            <NewSeries
              onCancel={leave}
              onMade={(id) => {
                leave()
                go('settings', ['numeracion', id])
              }}
            />
          ) : (
            <SeriesDetail key={shown.id} series={shown} year={year} />
          )}
        </div>
      )}
    </>
  )
}

function SeriesLink(props: { readonly series: Series; readonly current: boolean; readonly onGo: () => void }) {
  const t = useText()
  const { series } = props
  const kind = t('settings.seriesOf', { kind: series.paperKind })
  return (
    <a href={href('settings', ['numeracion', series.id])} aria-current={props.current ? 'page' : undefined} onClick={props.onGo}>
      <strong>{series.name}</strong>
      {kind !== series.name && <span>{kind}</span>}
      <span className="tabular">{series.isOurs ? t('settings.nextIs', { number: series.nextNumber }) : t('settings.noneLeft')}</span>
    </a>
  )
}

/** The code by which another computer names this one, and the door for the blocks that come from it. */
function ThisComputer() {
  const t = useText()
  const api = useApi()
  const computer = useQuery('numbering.computer', {})
  const load = useJob('numbering.loadBlock')
  const [taken, setTaken] = useState<Gives<'numbering.loadBlock'>>()
  const code = computer.data === undefined ? '' : groupedCode(computer.data.code)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(code)
    api.activity.say({ tone: 'done', text: t('settings.codeCopied', { code }) })
  }
  return (
    <section className={style['computer']} aria-label={t('settings.thisComputer')}>
      <div className={style['code']}>
        <span>{t('settings.thisComputer')}</span>
        <div>
          <strong className="tabular">{code}</strong>
          <Button size="compact-sm" leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copy()}>
            {t('settings.copyCode')}
          </Button>
        </div>
        <p>{t('settings.thisComputerWhy')}</p>
      </div>
      <div className={style['take']}>
        <FileDrop
          small
          accept=".json"
          title={t('settings.dropBlock')}
          button={t('settings.chooseBlock')}
          onFiles={([file]) => {
            setTaken(undefined)
            if (file !== undefined) void load.run({ file }).then(setTaken)
          }}
        />
        <p>{t('settings.dropBlockWhy')}</p>
        <Failure error={load.error} onClose={load.forget} />
        {taken !== undefined && (
          <Note tone={taken.printedThere === null ? 'done' : 'warn'} onClose={() => setTaken(undefined)}>
            {t('settings.blockLoaded', { series: taken.seriesName, first: taken.first, last: taken.last })}
            {taken.printedThere !== null && ` ${t('settings.printedOtherwise', { here: taken.first, there: taken.printedThere })}`}
          </Note>
        )}
      </div>
    </section>
  )
}
