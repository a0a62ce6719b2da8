import { Menu } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowDown, IconArrowUp, IconChartBar, IconCopy, IconDots, IconForms, IconTrash } from '../../ui/icons.ts'
import { indicatorTitle } from './frame-rows.ts'
import type { Indicator } from './frame-rows.ts'
import style from './frame.module.css'

/** What can be done with one line of the matrix. */
export function IndicatorMenu(props: { readonly indicator: Indicator; readonly tabIndex: number; readonly onMove: (by: -1 | 1) => void }) {
  const t = useText()
  const { indicator } = props
  const copy = useCommand('indicators.copy', { said: t('indicatorScreens.copied') })
  const remove = useCommand('indicators.remove', { said: t('indicatorScreens.indicatorRemoved') })
  const open = (part: readonly string[]): void => go('outcomes', ['indicadores', indicator.frameId, indicator.id, ...part])
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button type="button" className={style['dots']} tabIndex={props.tabIndex} aria-label={t('indicatorScreens.rowMenu', { indicator: indicatorTitle(indicator) })}>
            <IconDots size={16} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconForms size={16} aria-hidden />} onClick={() => open([])}>
            {t('indicatorScreens.openIndicator')}
          </Menu.Item>
          <Menu.Item leftSection={<IconChartBar size={16} aria-hidden />} onClick={() => open(['desglose'])}>
            {t('indicatorScreens.openBreakdown')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => props.onMove(-1)}>
            {t('indicatorScreens.moveUp')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => props.onMove(1)}>
            {t('indicatorScreens.moveDown')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy.run({ id: indicator.id, frameId: indicator.frameId })}>
            {t('indicatorScreens.copyIndicator')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove.run({ id: indicator.id })}>
            {t('indicatorScreens.removeIndicator')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {(copy.error ?? remove.error) !== undefined && (
        <div className={style['refused']}>
          <Failure error={copy.error ?? remove.error} onClose={() => (copy.forget(), remove.forget())} />
        </div>
      )}
    </>
  )
}
