import { Modal } from '@mantine/core'
import { useText } from '../language.tsx'
import { PLACES } from '../router.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import style from './shortcuts.module.css'

const KEYS = [
  ['Ctrl+K', 'frame.keyPalette'],
  [`Alt+1…${PLACES.length}`, 'frame.keyPlaces'],
  ['Ctrl+Z', 'frame.keyUndo'],
  ['Esc', 'frame.keyEscape'],
  ['F1', 'frame.keyHelp'],
  ['↑+↓+←+→', 'frame.keyArrows'],
  ['Enter', 'frame.keyEnter'],
  ['space', 'frame.keySpace'],
  ['Ctrl+A', 'frame.keyAll'],
  ['Shift+↓', 'frame.keyShift'],
  ['Ctrl+C', 'frame.keyCopy'],
] as const

/** The keys, on F1 or "?". */
export function Shortcuts(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Modal opened={props.open} onClose={props.onClose} title={t('frame.shortcuts')} size="sm" closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <dl className={style['keys']}>
        {KEYS.map(([keys, key]) => (
          <div key={key}>
            <dt>
              <KeyHint keys={keys === 'space' ? t('frame.spaceBar') : keys} />
              <span className="unseen">{keys === 'space' ? t('frame.spaceBar') : keys}</span>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
