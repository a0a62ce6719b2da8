import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { DesignPage } from '../../../../shared/contract/designs.ts'
import { enrolmentRoles, paperKinds } from '../../../../shared/domain/training.ts'
import { useText } from '../../../language.tsx'
import { IconPhoto, IconX } from '../../../ui/icons.ts'
import { Row, Section } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { changePage } from './changes.ts'
import { ColourField } from './colour-field.tsx'
import type { Desk } from './desk.ts'
import { pageOf } from './editing.ts'
import { NumberField } from './number-field.tsx'
import { resizedPage, sizeNamed, SIZES } from './page-sizes.ts'
import type { SizeName } from './page-sizes.ts'
import type { Design } from './use-design.ts'
import style from './editor.module.css'

/** The page shown: its size, its ground, when it is printed. */
export function PagePart(props: { readonly desk: Desk; readonly onBackground: () => void }) {
  const t = useText()
  const { desk } = props
  const page = pageOf(desk.editing)
  const put = (fields: Partial<DesignPage>, joins?: string): void => desk.act({ kind: 'change', change: changePage((one) => ({ ...one, ...fields })), ...(joins === undefined ? {} : { joins: `page ${page.id} ${joins}` }) })
  const size = (width: number, height: number): void => desk.act({ kind: 'change', change: changePage((one) => resizedPage(one, width, height)) })
  const name = sizeNamed(page)
  const isWide = page.width > page.height
  return (
    <Section title={t('designEditor.page')}>
      <Select
        label={t('designEditor.pageSize')}
        data={[...Object.keys(SIZES), 'free'].map((value) => ({ value, label: t(`designEditor.size.${value as SizeName}`) }))}
        value={name}
        allowDeselect={false}
        disabled={desk.readOnly}
        onChange={(value) => {
          const chosen = value === null || value === 'free' ? undefined : SIZES[value as Exclude<SizeName, 'free'>]
          if (chosen !== undefined) size(isWide ? chosen.long : chosen.short, isWide ? chosen.short : chosen.long)
        }}
      />
      <div className={style['choice']}>
        <span aria-hidden="true">{t('designEditor.direction')}</span>
        <SegmentedControl
          aria-label={t('designEditor.direction')}
          fullWidth
          size="xs"
          disabled={desk.readOnly || page.width === page.height}
          value={isWide ? 'wide' : 'tall'}
          data={[{ value: 'wide', label: t('designEditor.landscape') }, { value: 'tall', label: t('designEditor.portrait') }]}
          onChange={() => size(page.height, page.width)}
        />
      </div>
      <Row>
        <NumberField label={t('designEditor.width')} value={page.width} unit="mm" least={30} most={1200} disabled={desk.readOnly} onChange={(width) => size(width, page.height)} />
        <NumberField label={t('designEditor.height')} value={page.height} unit="mm" least={30} most={1200} disabled={desk.readOnly} onChange={(height) => size(page.width, height)} />
      </Row>
      <ColourField label={t('designEditor.background')} value={page.background} document={desk.editing.document} none={t('designEditor.white')} disabled={desk.readOnly} onChange={(background) => put({ background })} />
      <div className={style['acts']}>
        <Button variant="default" size="compact-md" disabled={desk.readOnly} leftSection={<IconPhoto size={16} aria-hidden />} onClick={props.onBackground}>
          {page.backgroundImage === null ? t('designEditor.backgroundImage') : t('designEditor.replaceImage')}
        </Button>
        {page.backgroundImage !== null && (
          <Button variant="subtle" size="compact-md" disabled={desk.readOnly} leftSection={<IconX size={16} aria-hidden />} onClick={() => put({ backgroundImage: null })}>
            {t('designEditor.removeBackground')}
          </Button>
        )}
      </div>
      <div className={style['choice']}>
        <span aria-hidden="true">{t('designEditor.when')}</span>
        <SegmentedControl
          aria-label={t('designEditor.when')}
          fullWidth
          size="xs"
          disabled={desk.readOnly}
          value={page.when}
          data={[{ value: 'always', label: t('designEditor.always') }, { value: 'syllabus', label: t('designEditor.withSyllabus') }]}
          onChange={(when) => put({ when: when === 'syllabus' ? 'syllabus' : 'always' })}
        />
      </div>
      <TextInput label={t('designEditor.pageName')} placeholder={t('designEditor.pageN', { n: desk.editing.page + 1 })} maxLength={60} disabled={desk.readOnly} value={page.name} autoComplete="off" onChange={(event) => put({ name: event.currentTarget.value }, 'name')} onBlur={() => desk.act({ kind: 'settle' })} />
    </Section>
  )
}

/** What the design is called and what it is for. */
export function DesignPart(props: { readonly design: Design }) {
  const t = useText()
  const { design } = props
  const save = (fields: Parameters<Design['rename']>[0]) => design.rename(fields)
  return (
    <Section title={t('designEditor.design')}>
      <div data-part-design="true">
        <TextField label={t('designEditor.designName')} value={design.name} maxLength={80} onSave={(name) => save({ name })} />
      </div>
      <Row>
        <Select
          label={t('designEditor.paperKind')}
          data={[{ value: '', label: t('designEditor.any') }, ...paperKinds.map((value) => ({ value, label: t(`designEditor.kind.${value}`) }))]}
          value={design.paperKind ?? ''}
          allowDeselect={false}
          onChange={(value) => void save({ paperKind: (value ?? '') === '' ? null : (value as Design['paperKind']) })}
        />
        <Select
          label={t('designEditor.role')}
          data={[{ value: '', label: t('designEditor.any') }, ...enrolmentRoles.map((value) => ({ value, label: t(`designEditor.role.${value}`) }))]}
          value={design.role ?? ''}
          allowDeselect={false}
          onChange={(value) => void save({ role: (value ?? '') === '' ? null : (value as Design['role']) })}
        />
      </Row>
    </Section>
  )
}
