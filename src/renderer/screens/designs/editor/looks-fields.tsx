import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import { paperFaces } from '../../../../shared/domain/design/faces.ts'
import type { PaperFace } from '../../../../shared/domain/design/faces.ts'
import { useText } from '../../../language.tsx'
import { IconAlignCenter, IconAlignLeft, IconAlignRight, IconArrowBackUp } from '../../../ui/icons.ts'
import { Row } from '../../../ui/panel.tsx'
import { ColourField } from './colour-field.tsx'
import { NumberField } from './number-field.tsx'
import type { LookName, Looks } from './styles.ts'
import style from './editor.module.css'

/** The looks of a text or of a style. `own` are those that differ from the style; each can be put back. */
export function LooksFields(props: {
  readonly looks: Looks
  readonly document: DesignDocument
  readonly disabled: boolean
  readonly own?: Partial<Looks>
  readonly onClear?: (name: LookName) => void
  readonly onChange: (looks: Partial<Looks>) => void
}) {
  const t = useText()
  const { looks, disabled, onChange } = props
  const words: Readonly<Record<LookName, string>> = {
    face: t('designEditor.face'), size: t('designEditor.size'), colour: t('designEditor.colour'), align: t('designEditor.align'),
    leading: t('designEditor.leading'), spacing: t('designEditor.spacing'), capitals: t('designEditor.capitals'),
  }
  const own = Object.keys(props.own ?? {}) as LookName[]
  return (
    <>
      <FaceField value={looks.face} disabled={disabled} onChange={(face) => onChange({ face })} />
      <Row>
        <NumberField label={words.size} value={looks.size} unit="pt" least={3} most={200} disabled={disabled} onChange={(size) => onChange({ size })} />
        <ColourField label={words.colour} value={looks.colour} document={props.document} disabled={disabled} onChange={(colour) => colour !== null && onChange({ colour })} />
      </Row>
      <AlignField label={words.align} value={looks.align} disabled={disabled} onChange={(align) => onChange({ align })} />
      <Row>
        <NumberField label={words.leading} value={looks.leading} unit="×" least={0.8} most={3} step={0.1} disabled={disabled} onChange={(leading) => onChange({ leading })} />
        <NumberField label={words.spacing} value={looks.spacing} unit="pt" least={-5} most={50} step={0.5} disabled={disabled} onChange={(spacing) => onChange({ spacing })} />
      </Row>
      <Checkbox label={words.capitals} checked={looks.capitals} disabled={disabled} onChange={(event) => onChange({ capitals: event.currentTarget.checked })} />
      {own.length > 0 && (
        <div className={style['own']} role="group" aria-label={t('designEditor.ownLooks')}>
          <span>{t('designEditor.ownLooks')}</span>
          {own.map((name) => (
            <button key={name} type="button" disabled={disabled} title={t('designEditor.clearOwn', { what: words[name] })} aria-label={t('designEditor.clearOwn', { what: words[name] })} onClick={() => props.onClear?.(name)}>
              {words[name]}
              <IconArrowBackUp size={14} aria-hidden />
            </button>
          ))}
        </div>
      )}
    </>
  )
}

function FaceField(props: { readonly value: PaperFace; readonly disabled: boolean; readonly onChange: (face: PaperFace) => void }) {
  const t = useText()
  return (
    <Select
      label={t('designEditor.face')}
      data={paperFaces.map((face) => ({ value: face, label: t(`designEditor.face.${face}`) }))}
      value={props.value}
      disabled={props.disabled}
      allowDeselect={false}
      maxDropdownHeight={320}
      renderOption={({ option }) => <span style={{ fontFamily: `paper-${option.value}` }}>{option.label}</span>}
      onChange={(face) => face !== null && face !== props.value && props.onChange(face as PaperFace)}
    />
  )
}

export function AlignField(props: { readonly label: string; readonly value: Looks['align']; readonly disabled: boolean; readonly onChange: (align: Looks['align']) => void }) {
  const t = useText()
  const choices = [
    { value: 'left', label: <Sign word={t('designEditor.toLeft')}><IconAlignLeft size={18} aria-hidden /></Sign> },
    { value: 'center', label: <Sign word={t('designEditor.toCenter')}><IconAlignCenter size={18} aria-hidden /></Sign> },
    { value: 'right', label: <Sign word={t('designEditor.toRight')}><IconAlignRight size={18} aria-hidden /></Sign> },
  ]
  return (
    <div className={style['choice']}>
      <span aria-hidden="true">{props.label}</span>
      <SegmentedControl aria-label={props.label} fullWidth size="xs" data={choices} value={props.value} disabled={props.disabled} onChange={(align) => props.onChange(align as Looks['align'])} />
    </div>
  )
}

function Sign(props: { readonly word: string; readonly children: React.ReactNode }) {
  return (
    <span className={style['choiceSign']} title={props.word}>
      {props.children}
      <span className="unseen">{props.word}</span>
    </span>
  )
}
