import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Card } from '../../ui/screen.tsx'
import style from './funder-reports.module.css'

type Report = Gives<'funderReports.get'>
type Section = Report['sections'][number]

/** The sections in their order: taken by the mouse or moved by Alt and the arrows, shown or hidden, opened for their options. */
export function SectionsCard({ report, open, onOpen }: { readonly report: Report; readonly open: string | null; readonly onOpen: (id: string) => void }) {
  const t = useText()
  const update = useCommand('funderReports.update', { quiet: true })
  const [taken, setTaken] = useState<string | null>(null)
  const save = (sections: readonly Section[]): void => void update.run({ id: report.id, fields: { sections: [...sections] } })
  const move = (id: string, to: number): void => {
    const rest = report.sections.filter((one) => one.id !== id)
    const section = report.sections.find((one) => one.id === id)
    if (section !== undefined && to >= 0 && to <= rest.length) save([...rest.slice(0, to), section, ...rest.slice(to)])
  }
  const addText = (): void => {
    const id = `text-${crypto.randomUUID().slice(0, 8)}`
    save([...report.sections, { id, kind: 'text', title: null, isShown: true, body: null, dimensions: [], explanations: [], annexes: [] }])
    onOpen(id)
  }
  return (
    <Card title={t('reportScreens.sections')} actions={<Button size="compact-sm" onClick={addText}>{t('reportScreens.addText')}</Button>}>
      <p className={style['quiet']}>{t('reportScreens.sectionsHow')}</p>
      <Failure error={update.error} onClose={update.forget} />
      <ol className={style['sections']}>
        {report.sections.map((section, at) => {
          const name = section.title ?? t(`funderReports.section.${section.kind}`)
          return (
            <li key={section.id} data-open={section.id === open} data-hidden={!section.isShown}>
              <input type="checkbox" aria-label={t('reportScreens.shown', { name })} checked={section.isShown} onChange={(event) => save(report.sections.map((one) => (one.id === section.id ? { ...one, isShown: event.currentTarget.checked } : one)))} />
              <button
                type="button"
                draggable
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                aria-expanded={section.id === open}
                onClick={() => onOpen(section.id)}
                onDragStart={() => setTaken(section.id)}
                onDragEnd={() => setTaken(null)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={() => taken !== null && taken !== section.id && move(taken, at)}
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                  if (!event.altKey || step === 0) return
                  event.preventDefault()
                  move(section.id, at + step)
                }}
              >
                {name}
              </button>
              {!section.isShown && <span className={style['quiet']}>{t('reportScreens.hidden')}</span>}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
