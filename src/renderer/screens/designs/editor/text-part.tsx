import { useRef, useState } from 'react'
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useText } from '../../../language.tsx'
import { IconBold, IconBrackets } from '../../../ui/icons.ts'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/panel.tsx'
import { changeElement, typing } from './changes.ts'
import type { Desk } from './desk.ts'
import { fieldGroups } from './field-words.ts'
import { LooksFields } from './looks-fields.tsx'
import { SignButton } from './many-part.tsx'
import { changeLooks, changeStyle, clearOwn, looksOf, styleFrom, styleOf, usesOf } from './styles.ts'
import type { Looks, TextElement } from './styles.ts'
import style from './editor.module.css'

/** The words of a text, with the fields that stand for what each paper says of its own. */
export function WordsPart(props: { readonly desk: Desk; readonly element: TextElement }) {
  const t = useText()
  const { desk, element } = props
  const box = useRef<HTMLTextAreaElement>(null)
  const write = (text: string, from?: number, to?: number): void => {
    desk.act(typing(element.id, 'text', (one) => (one.kind === 'text' ? { ...one, text } : one)))
    if (from === undefined) return
    // Once what was written is in the box.
    requestAnimationFrame(() => {
      box.current?.focus()
      box.current?.setSelectionRange(from, to ?? from)
    })
  }
  const wrap = (before: string, after: string, inside = ''): void => {
    const start = box.current?.selectionStart ?? element.text.length
    const end = box.current?.selectionEnd ?? start
    const chosen = element.text.slice(start, end) || inside
    write(element.text.slice(0, start) + before + chosen + after + element.text.slice(end), start + before.length, start + before.length + chosen.length)
  }
  return (
    <Section title={t('designEditor.words')}>
      <Textarea
        ref={box}
        aria-label={t('designEditor.words')}
        data-part-first="true"
        autosize
        minRows={2}
        maxRows={9}
        maxLength={4000}
        disabled={desk.readOnly}
        value={element.text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => desk.act({ kind: 'settle' })}
      />
      <div className={style['insert']}>
        <FieldMenu disabled={desk.readOnly} onChoose={(field) => wrap(`{${field}}`, '')} />
        <SignButton word={t('designEditor.strong')} disabled={desk.readOnly} onClick={() => wrap('**', '**')}><IconBold size={18} aria-hidden /></SignButton>
        <SignButton word={t('designEditor.optional')} disabled={desk.readOnly} onClick={() => wrap('[', ']')}><IconBrackets size={18} aria-hidden /></SignButton>
      </div>
      <p className={style['hint']}>{t('designEditor.templateHint')}</p>
      <div className={style['choice']}>
        <span aria-hidden="true">{t('designEditor.fit')}</span>
        <SegmentedControl
          aria-label={t('designEditor.fit')}
          fullWidth
          size="xs"
          disabled={desk.readOnly}
          value={element.fit}
          data={[{ value: 'shrink', label: t('designEditor.fitText') }, { value: 'name', label: t('designEditor.fitName') }]}
          onChange={(fit) => desk.act({ kind: 'change', change: changeElement(element.id, (one) => (one.kind === 'text' ? { ...one, fit: fit === 'name' ? 'name' : 'shrink' } : one)) })}
        />
      </div>
      <div className={style['choice']}>
        <span aria-hidden="true">{t('designEditor.valign')}</span>
        <SegmentedControl
          aria-label={t('designEditor.valign')}
          fullWidth
          size="xs"
          disabled={desk.readOnly}
          value={element.valign}
          data={[{ value: 'top', label: t('designEditor.top') }, { value: 'middle', label: t('designEditor.middle') }, { value: 'bottom', label: t('designEditor.bottom') }]}
          onChange={(valign) => desk.act({ kind: 'change', change: changeElement(element.id, (one) => (one.kind === 'text' ? { ...one, valign: valign as TextElement['valign'] } : one)) })}
        />
      </div>
    </Section>
  )
}

/** Every field by its Spanish words: found by typing, put where the cursor stands. */
function FieldMenu(props: { readonly disabled: boolean; readonly onChoose: (field: string) => void }) {
  const t = useText()
  return (
    <Select
      className={style['fields'] ?? ''}
      aria-label={t('designEditor.insertField')}
      placeholder={t('designEditor.insertField')}
      searchable
      disabled={props.disabled}
      value={null}
      maxDropdownHeight={300}
      comboboxProps={{ width: 250, position: 'bottom-start' }}
      nothingFoundMessage={t('frame.nothingFound')}
      data={fieldGroups(t).map((group) => ({ group: group.title, items: group.fields.map(({ field, word }) => ({ value: field, label: word })) }))}
      onChange={(field) => field !== null && props.onChoose(field)}
    />
  )
}

/** How a text looks: by its style, shared with others, or in itself alone. */
export function LooksPart(props: { readonly desk: Desk; readonly element: TextElement }) {
  const t = useText()
  const { desk, element } = props
  const { document } = desk.editing
  const [changesStyle, setChangesStyle] = useState(false)
  const shared = styleOf(document, element.style)
  const uses = usesOf(document, shared.id)
  const own = Object.keys(element.own).length
  const letters = desk.look?.warnings.filter((one) => one.why === 'letters' && one.element === element.id) ?? []
  const change = (looks: Partial<Looks>): void => {
    if (changesStyle) return desk.act({ kind: 'change', change: changeStyle(shared.id, looks), joins: `style ${Object.keys(looks).join()}` })
    desk.act({ kind: 'change', change: changeElement(element.id, (one) => (one.kind === 'text' ? changeLooks(document, one, looks) : one)), joins: `looks ${element.id} ${Object.keys(looks).join()}` })
  }
  return (
    <Section title={t('designEditor.looks')}>
      <StyleField desk={desk} label={t('designEditor.style')} value={element.style} onChange={(id) => desk.act({ kind: 'change', change: changeElement(element.id, (one) => (one.kind === 'text' ? { ...one, style: id, own: {} } : one)) })} />
      <div className={style['choice']}>
        <span aria-hidden="true">{t('designEditor.changeWhat')}</span>
        <SegmentedControl
          aria-label={t('designEditor.changeWhat')}
          fullWidth
          size="xs"
          disabled={desk.readOnly}
          value={changesStyle ? 'style' : 'own'}
          data={[{ value: 'own', label: t('designEditor.onlyThis') }, { value: 'style', label: t('designEditor.wholeStyle', { n: uses }) }]}
          onChange={(what) => setChangesStyle(what === 'style')}
        />
      </div>
      {changesStyle && own > 0 && <p className={style['hint']}>{t('designEditor.ownStays')}</p>}
      <LooksFields
        looks={changesStyle ? shared : looksOf(document, element)}
        document={document}
        disabled={desk.readOnly}
        {...(changesStyle ? {} : { own: element.own })}
        onClear={(name) => desk.act({ kind: 'change', change: clearOwn(element.id, name) })}
        onChange={change}
      />
      {letters.map((one) => (
        <Note key={one.sentence} tone="warn">
          {one.sentence}
        </Note>
      ))}
      {changesStyle ? <StyleName desk={desk} id={shared.id} name={shared.name} /> : own > 0 && <NewStyle desk={desk} element={element} />}
    </Section>
  )
}

/** Which of the design's styles. */
export function StyleField(props: { readonly desk: Desk; readonly label: string; readonly value: string; readonly onChange: (id: string) => void }) {
  const { document } = props.desk.editing
  return (
    <Select
      label={props.label}
      data={document.styles.map((one) => ({ value: one.id, label: one.name }))}
      value={props.value}
      allowDeselect={false}
      disabled={props.desk.readOnly}
      maxDropdownHeight={300}
      onChange={(id) => id !== null && id !== props.value && props.onChange(id)}
    />
  )
}

function StyleName(props: { readonly desk: Desk; readonly id: string; readonly name: string }) {
  const t = useText()
  return (
    <TextInput
      label={t('designEditor.styleName')}
      value={props.name}
      maxLength={60}
      disabled={props.desk.readOnly}
      autoComplete="off"
      onChange={(event) => {
        const name = event.currentTarget.value
        if (name.trim() !== '') props.desk.act({ kind: 'change', change: changeStyle(props.id, { name }), joins: `style name ${props.id}` })
      }}
    />
  )
}

/** The differences of this text become a style that others can be written in. */
function NewStyle(props: { readonly desk: Desk; readonly element: TextElement }) {
  const t = useText()
  const { desk, element } = props
  const { document } = desk.editing
  const all = (): void => desk.act({ kind: 'change', change: clearOwn(element.id) })
  const create = (): void => {
    const base = styleOf(document, element.style).name
    const names = new Set(document.styles.map((one) => one.name))
    let n = 2
    while (names.has(`${base} ${n}`)) n += 1
    desk.act({ kind: 'change', change: styleFrom(element.id, `${base} ${n}`) })
  }
  return (
    <div className={style['acts']}>
      <Button variant="subtle" size="compact-sm" disabled={desk.readOnly} onClick={all}>
        {t('designEditor.clearAll')}
      </Button>
      <Button variant="subtle" size="compact-sm" disabled={desk.readOnly} onClick={create}>
        {t('designEditor.newStyle')}
      </Button>
    </div>
  )
}
