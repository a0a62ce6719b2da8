import { Button, TextInput } from '@mantine/core'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import { IconLock, IconLockOpen } from '../../../ui/icons.ts'
import { Row, Section } from '../../../ui/panel.tsx'
import { changeElement, placeElements, typing } from './changes.ts'
import type { Desk } from './desk.ts'
import type { Box } from './geometry.ts'
import { kindOf } from './names.ts'
import { NumberField } from './number-field.tsx'

/** Exactly where one element stands: all that the pointer can do, in figures. */
export function PlacePart(props: { readonly desk: Desk; readonly element: DesignElement }) {
  const t = useText()
  const { desk, element } = props
  const isFixed = desk.readOnly || element.locked
  const place = (box: Partial<Box>): void => desk.act({ kind: 'change', change: placeElements(new Map([[element.id, box]])) })
  const field = (label: string, side: keyof Box, least: number, most: number, unit: string) => (
    <NumberField label={label} value={element[side]} unit={unit} least={least} most={most} disabled={isFixed} onChange={(value) => place({ [side]: value })} />
  )
  return (
    <Section title={t('designEditor.place')}>
      <Row>
        {field(t('designEditor.x'), 'x', -2000, 2000, 'mm')}
        {field(t('designEditor.y'), 'y', -2000, 2000, 'mm')}
      </Row>
      <Row>
        {field(t('designEditor.width'), 'width', 0.1, 2000, 'mm')}
        {field(t('designEditor.height'), 'height', 0.1, 2000, 'mm')}
      </Row>
      <Row>
        {field(t('designEditor.turn'), 'turn', -180, 180, '°')}
        <Button
          variant="default"
          mt={21}
          disabled={desk.readOnly}
          aria-pressed={element.locked}
          leftSection={element.locked ? <IconLock size={16} aria-hidden /> : <IconLockOpen size={16} aria-hidden />}
          onClick={() => desk.act({ kind: 'change', change: changeElement(element.id, (one) => ({ ...one, locked: !one.locked })) })}
        >
          {element.locked ? t('designEditor.unlock') : t('designEditor.lock')}
        </Button>
      </Row>
      <TextInput
        label={t('designEditor.elementName')}
        data-part-name="true"
        maxLength={80}
        disabled={desk.readOnly}
        placeholder={kindOf(t, element)}
        value={element.name ?? ''}
        autoComplete="off"
        onChange={(event) => {
          const name = event.currentTarget.value
          desk.act(typing(element.id, 'name', (one) => ({ ...one, name: name === '' ? null : name })))
        }}
        onBlur={() => desk.act({ kind: 'settle' })}
      />
    </Section>
  )
}
