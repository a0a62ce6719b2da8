import type { ReactNode } from 'react'
import { Button, Popover } from '@mantine/core'
import { useText } from '../../../language.tsx'
import { useEscape } from '../../../ui/escape.ts'
import { IconChevronDown } from '../../../ui/icons.ts'
import style from './definition.module.css'

/**
 * A word of the sentence that can be changed: it opens its choice. Leaving it keeps what was chosen, Esc puts back what was
 * there. `onRemove`: the whole condition can go.
 */
export function Chip(props: {
  readonly before: string
  readonly words: string
  readonly title: string
  readonly isOpen: boolean
  readonly isBare?: boolean
  readonly onOpen: () => void
  readonly onKeep: () => void
  readonly onCancel: () => void
  readonly onRemove?: (() => void) | undefined
  readonly children: ReactNode
}) {
  const t = useText()
  useEscape(props.isOpen, props.onCancel)
  return (
    <span className={style['part']}>
      {props.before !== '' && <span>{props.before} </span>}
      <Popover opened={props.isOpen} onChange={(next) => !next && props.onKeep()} trapFocus returnFocus withinPortal position="bottom-start" width={360} shadow="none" closeOnEscape={false}>
        <Popover.Target>
          <button type="button" className={style['chip']} data-bare={props.isBare} aria-expanded={props.isOpen} aria-label={`${props.title}: ${props.words}`} onClick={() => (props.isOpen ? props.onKeep() : props.onOpen())}>
            {props.words}
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={props.title}>
          <form
            className={style['choice']}
            onSubmit={(event) => {
              event.preventDefault()
              props.onKeep()
            }}
          >
            <h3>{props.title}</h3>
            {props.children}
            <div className={style['foot']}>
              {props.onRemove !== undefined && (
                <Button variant="subtle" onClick={props.onRemove}>
                  {t('indicatorScreens.removeCondition')}
                </Button>
              )}
              <Button type="submit" ml="auto">
                {t('indicatorScreens.keep')}
              </Button>
            </div>
          </form>
        </Popover.Dropdown>
      </Popover>
    </span>
  )
}
