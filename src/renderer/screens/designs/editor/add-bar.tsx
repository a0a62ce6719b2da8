import type { ReactNode } from 'react'
import { Menu } from '@mantine/core'
import { useText } from '../../../language.tsx'
import { IconBraces, IconChevronDown, IconFrame, IconPhoto, IconQrcode, IconSignature, IconSquare, IconStack2, IconTable, IconTypography } from '../../../ui/icons.ts'
import { fieldGroups } from './field-words.ts'
import { ORNAMENTS, SOURCES } from './names.ts'
import type { Addition } from './new-elements.ts'
import { FIRST_COLUMNS } from './new-elements.ts'
import style from './editor.module.css'

type TableSource = keyof typeof SOURCES

/** What can be put on the page. */
export function AddBar(props: { readonly disabled: boolean; readonly onAdd: (what: Addition) => void; readonly onImage: () => void }) {
  const t = useText()
  const { disabled, onAdd } = props
  const shapes = [['rectangle', t('designEditor.rectangle')], ['ellipse', t('designEditor.ellipse')], ['diamond', t('designEditor.diamond')], ['line', t('designEditor.line')]] as const
  const titles = (source: TableSource): readonly string[] => FIRST_COLUMNS[source].map(({ field }) => (field === '' ? '' : t(`designEditor.column.${field}`)))
  return (
    <div className={style['add']} role="group" aria-label={t('designEditor.add')} data-part="add">
      <AddMenu word={t('designEditor.text')} icon={<IconTypography size={17} aria-hidden />} disabled={disabled}>
        <Menu.Item onClick={() => onAdd({ kind: 'title', words: t('designEditor.newTitle') })}>{t('designEditor.title')}</Menu.Item>
        <Menu.Item onClick={() => onAdd({ kind: 'text', words: t('designEditor.newText') })}>{t('designEditor.paragraph')}</Menu.Item>
      </AddMenu>
      <AddMenu word={t('designEditor.field')} icon={<IconBraces size={17} aria-hidden />} disabled={disabled}>
        {fieldGroups(t).map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <Menu.Label>{group.title}</Menu.Label>
            {group.fields.map(({ field, word }) => (
              <Menu.Item key={field} onClick={() => onAdd({ kind: 'field', field })}>
                {word}
              </Menu.Item>
            ))}
          </div>
        ))}
      </AddMenu>
      <AddButton word={t('designEditor.image')} icon={<IconPhoto size={17} aria-hidden />} disabled={disabled} onClick={props.onImage} />
      <AddMenu word={t('designEditor.shape')} icon={<IconSquare size={17} aria-hidden />} disabled={disabled}>
        {shapes.map(([shape, word]) => (
          <Menu.Item key={shape} onClick={() => onAdd({ kind: 'shape', shape })}>
            {word}
          </Menu.Item>
        ))}
      </AddMenu>
      <AddMenu word={t('designEditor.ornament')} icon={<IconFrame size={17} aria-hidden />} disabled={disabled}>
        {Object.entries(ORNAMENTS).map(([ornament, key]) => (
          <Menu.Item key={ornament} onClick={() => onAdd({ kind: 'ornament', ornament: ornament as keyof typeof ORNAMENTS })}>
            {t(key)}
          </Menu.Item>
        ))}
      </AddMenu>
      <AddMenu word={t('designEditor.table')} icon={<IconTable size={17} aria-hidden />} disabled={disabled}>
        {Object.entries(SOURCES).map(([source, key]) => (
          <Menu.Item key={source} onClick={() => onAdd({ kind: 'table', source: source as TableSource, titles: titles(source as TableSource) })}>
            {t(key)}
          </Menu.Item>
        ))}
      </AddMenu>
      <AddButton word={t('designEditor.qrShort')} icon={<IconQrcode size={17} aria-hidden />} disabled={disabled} onClick={() => onAdd({ kind: 'qr' })} />
      <AddButton word={t('designEditor.logos')} icon={<IconStack2 size={17} aria-hidden />} disabled={disabled} onClick={() => onAdd({ kind: 'logos' })} />
      <AddButton word={t('designEditor.signatures')} icon={<IconSignature size={17} aria-hidden />} disabled={disabled} onClick={() => onAdd({ kind: 'signatures' })} />
    </div>
  )
}

interface AddProps {
  readonly word: string
  readonly icon: ReactNode
  readonly disabled: boolean
}

function AddButton(props: AddProps & { readonly onClick: () => void }) {
  return (
    <button type="button" disabled={props.disabled} onClick={props.onClick}>
      {props.icon}
      <span>{props.word}</span>
    </button>
  )
}

function AddMenu(props: AddProps & { readonly children: ReactNode }) {
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false} classNames={{ dropdown: style['menu'] ?? '' }}>
      <Menu.Target>
        <button type="button" disabled={props.disabled}>
          {props.icon}
          <span>{props.word}</span>
          <IconChevronDown size={13} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>{props.children}</Menu.Dropdown>
    </Menu>
  )
}
