import { Button } from '@mantine/core'
import { breakdownDimensions, sensitiveDimensions } from '../../../shared/domain/counting/dimensions.ts'
import { annexKinds } from '../../../shared/domain/report-sections.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Section as Part } from '../../ui/panel.tsx'
import style from './funder-reports.module.css'

type Report = Gives<'funderReports.get'>
type Section = Report['sections'][number]

/** The options of one section: its title and words, and what its kind asks. */
export function SectionPanel({ report, section, onClose }: { readonly report: Report; readonly section: Section; readonly onClose: () => void }) {
  const t = useText()
  const update = useCommand('funderReports.update', { quiet: true })
  const change = (patch: Partial<Section>) => update.runOrThrow({ id: report.id, fields: { sections: report.sections.map((one) => (one.id === section.id ? { ...one, ...patch } : one)) } })
  const usual = t(`funderReports.section.${section.kind}`)
  const toggled = <T,>(all: readonly T[], one: T, isOn: boolean): T[] => (isOn ? [...all, one] : all.filter((each) => each !== one))
  return (
    <Panel title={section.title ?? usual} subtitle={section.title === null ? undefined : usual} onClose={onClose}>
      <Failure error={update.error} onClose={update.forget} />
      <TextField label={t('reportScreens.title')} maxLength={200} value={section.title ?? ''} description={t('reportScreens.titleWhy', { usual })} onSave={(title) => change({ title: title.trim() === '' ? null : title })} />
      <TextField label={t('reportScreens.body')} lines={6} maxLength={20_000} value={section.body ?? ''} onSave={(body) => change({ body: body.trim() === '' ? null : body })} />
      {section.kind === 'people' && (
        <Part title={t('reportScreens.dimensions')}>
          {breakdownDimensions.filter((one) => one !== 'stage').map((dimension) => (
            <label key={dimension} className={style['choice']}>
              <input type="checkbox" checked={section.dimensions.includes(dimension)} onChange={(event) => void change({ dimensions: toggled(section.dimensions, dimension, event.currentTarget.checked) })} />
              <span>{t('counting.dimensionName', { dimension })}</span>
              {sensitiveDimensions.has(dimension) && <span className={style['quiet']}>{t('reportScreens.sensitive')}</span>}
            </label>
          ))}
        </Part>
      )}
      {section.kind === 'annexes' && (
        <Part title={t('reportScreens.annexes')}>
          {annexKinds.map((kind) => (
            <label key={kind} className={style['choice']}>
              <input type="checkbox" checked={section.annexes.includes(kind)} onChange={(event) => void change({ annexes: toggled(section.annexes, kind, event.currentTarget.checked) })} />
              <span>{t('reportScreens.annexKind', { kind })}</span>
            </label>
          ))}
        </Part>
      )}
      {section.kind === 'frame' && <Explanations report={report} section={section} onChange={(explanations) => change({ explanations })} />}
      {section.kind === 'text' && section.id !== 'text' && (
        <Button onClick={() => void update.run({ id: report.id, fields: { sections: report.sections.filter((one) => one.id !== section.id) } }).then(onClose)}>{t('reportScreens.removeText')}</Button>
      )}
    </Panel>
  )
}

/** Why an indicator fell short: typed once an indicator, shown beside it. */
function Explanations({ report, section, onChange }: { readonly report: Report; readonly section: Section; readonly onChange: (explanations: Section['explanations']) => Promise<unknown> }) {
  const t = useText()
  const frame = useQuery('frames.get', { id: report.frameId })
  const kept = (id: string): string => section.explanations.find((one) => one.indicatorId === id)?.text ?? ''
  return (
    <Part title={t('reportScreens.explanations')}>
      {(frame.data?.indicators ?? []).map(({ id, code, name }) => (
        <TextField key={id} label={[code, name].filter((part) => part !== null).join(' ')} lines={2} maxLength={1000} value={kept(id)} onSave={(text) => onChange([...section.explanations.filter((one) => one.indicatorId !== id), ...(text.trim() === '' ? [] : [{ indicatorId: id, text }])])} />
      ))}
    </Part>
  )
}
