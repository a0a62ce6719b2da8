import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import { IconPhoto } from '../../../ui/icons.ts'
import { Row, Section } from '../../../ui/panel.tsx'
import { changeElement, typing } from './changes.ts'
import { ColourField } from './colour-field.tsx'
import type { Desk } from './desk.ts'
import { AlignField } from './looks-fields.tsx'
import { ORNAMENTS } from './names.ts'
import { NumberField } from './number-field.tsx'
import { StyleField } from './text-part.tsx'
import style from './editor.module.css'

type Of<K extends DesignElement['kind']> = Extract<DesignElement, { kind: K }>

/** Changes fields of an element; `joins` while one types or steps. */
export function changeFields<E extends DesignElement>(desk: Desk, element: E, fields: Partial<E>, joins?: string): void {
  if (joins === undefined) desk.act({ kind: 'change', change: changeElement(element.id, (one) => ({ ...one, ...fields }) as DesignElement) })
  else desk.act(typing(element.id, joins, (one) => ({ ...one, ...fields }) as DesignElement))
}

export function ImagePart(props: { readonly desk: Desk; readonly element: Of<'image'>; readonly onReplace: () => void }) {
  const t = useText()
  const { desk, element } = props
  return (
    <Section>
      <Button variant="default" data-part-first="true" disabled={desk.readOnly} leftSection={<IconPhoto size={16} aria-hidden />} onClick={props.onReplace}>
        {t('designEditor.replaceImage')}
      </Button>
      <div className={style['choice']}>
        <span aria-hidden="true">{t('designEditor.imageFit')}</span>
        <SegmentedControl
          aria-label={t('designEditor.imageFit')}
          fullWidth
          size="xs"
          disabled={desk.readOnly}
          value={element.fit}
          data={[{ value: 'contain', label: t('designEditor.contain') }, { value: 'cover', label: t('designEditor.cover') }, { value: 'stretch', label: t('designEditor.stretch') }]}
          onChange={(fit) => changeFields(desk, element, { fit: fit as Of<'image'>['fit'] })}
        />
      </div>
      <TextInput
        label={t('designEditor.alt')}
        description={t('designEditor.altWhy')}
        maxLength={250}
        disabled={desk.readOnly}
        value={element.alt}
        autoComplete="off"
        onChange={(event) => changeFields(desk, element, { alt: event.currentTarget.value }, 'alt')}
        onBlur={() => desk.act({ kind: 'settle' })}
      />
    </Section>
  )
}

export function ShapePart(props: { readonly desk: Desk; readonly element: Of<'shape'> }) {
  const t = useText()
  const { desk, element } = props
  const { document } = desk.editing
  return (
    <Section title={t('designEditor.looks')}>
      {element.shape !== 'line' && <ColourField label={t('designEditor.fill')} value={element.fill} document={document} none={t('designEditor.noFill')} disabled={desk.readOnly} onChange={(fill) => changeFields(desk, element, { fill })} />}
      <Row columns={[3, 2]}>
        <ColourField label={t('designEditor.stroke')} value={element.stroke} document={document} none={t('designEditor.noStroke')} disabled={desk.readOnly} onChange={(stroke) => changeFields(desk, element, { stroke })} />
        <NumberField label={t('designEditor.strokeWidth')} value={element.strokeWidth} unit="pt" least={0} most={50} step={0.5} disabled={desk.readOnly} onChange={(strokeWidth) => changeFields(desk, element, { strokeWidth }, 'stroke')} />
      </Row>
      {element.shape === 'rectangle' && <NumberField label={t('designEditor.radius')} value={element.radius} unit="mm" least={0} most={500} disabled={desk.readOnly} onChange={(radius) => changeFields(desk, element, { radius }, 'radius')} />}
    </Section>
  )
}

export function OrnamentPart(props: { readonly desk: Desk; readonly element: Of<'ornament'> }) {
  const t = useText()
  const { desk, element } = props
  const { document } = desk.editing
  return (
    <Section title={t('designEditor.looks')}>
      <Select
        label={t('designEditor.ornament')}
        data={Object.entries(ORNAMENTS).map(([value, key]) => ({ value, label: t(key) }))}
        value={element.ornament}
        allowDeselect={false}
        disabled={desk.readOnly}
        onChange={(ornament) => ornament !== null && changeFields(desk, element, { ornament: ornament as Of<'ornament'>['ornament'] })}
      />
      <Row>
        <ColourField label={t('designEditor.colour')} value={element.colour} document={document} disabled={desk.readOnly} onChange={(colour) => colour !== null && changeFields(desk, element, { colour })} />
        <ColourField label={t('designEditor.accent')} value={element.accent} document={document} disabled={desk.readOnly} onChange={(accent) => accent !== null && changeFields(desk, element, { accent })} />
      </Row>
    </Section>
  )
}

export function LogosPart(props: { readonly desk: Desk; readonly element: Of<'logos'> }) {
  const t = useText()
  return (
    <Section>
      <p className={style['hint']}>{t('designEditor.logosWhy')}</p>
      <AlignField label={t('designEditor.align')} value={props.element.align} disabled={props.desk.readOnly} onChange={(align) => changeFields(props.desk, props.element, { align })} />
    </Section>
  )
}

export function SignaturesPart(props: { readonly desk: Desk; readonly element: Of<'signatures'> }) {
  const t = useText()
  const { desk, element } = props
  return (
    <Section>
      <p className={style['hint']}>{t('designEditor.signaturesWhy')}</p>
      <StyleField desk={desk} label={t('designEditor.nameStyle')} value={element.nameStyle} onChange={(nameStyle) => changeFields(desk, element, { nameStyle })} />
      <StyleField desk={desk} label={t('designEditor.postStyle')} value={element.postStyle} onChange={(postStyle) => changeFields(desk, element, { postStyle })} />
      <ColourField label={t('designEditor.ruleColour')} value={element.rule} document={desk.editing.document} disabled={desk.readOnly} onChange={(rule) => rule !== null && changeFields(desk, element, { rule })} />
    </Section>
  )
}

export function QrPart() {
  const t = useText()
  return (
    <Section>
      <p className={style['hint']}>{t('designEditor.qrWhy')}</p>
    </Section>
  )
}
