import { Select } from '@mantine/core'
import { useCommand } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { IconChevronDown, IconX } from '../../../ui/icons.ts'
import { indicatorTitle } from '../frame-rows.ts'
import type { Indicator } from '../frame-rows.ts'
import style from './definition.module.css'

/** The indicators that a sum or a share is made of, picked from the same matrix. */
export function MadeOf(props: { readonly indicator: Indicator; readonly others: readonly Indicator[] }) {
  const t = useText()
  const { indicator } = props
  const update = useCommand('indicators.update', { said: t('indicatorScreens.definitionSaved') })
  const others = props.others.filter((one) => one.id !== indicator.id)
  const lists = indicator.counts === 'share' ? (['parts', 'over'] as const) : (['parts'] as const)
  if (others.length === 0) return <p className={style['soft']}>{t('indicatorScreens.noOthers')}</p>
  return (
    <div className={style['made']}>
      {lists.map((list) => (
        <Picked
          key={list}
          title={list === 'over' ? t('indicatorScreens.shareOver') : indicator.counts === 'share' ? t('indicatorScreens.shareOf') : t('indicatorScreens.sumOf')}
          ids={indicator[list]}
          others={others}
          onChange={(ids) => void update.run({ id: indicator.id, fields: { [list]: ids } })}
        />
      ))}
      <Failure error={update.error} onClose={update.forget} />
    </div>
  )
}

function Picked(props: { readonly title: string; readonly ids: readonly string[]; readonly others: readonly Indicator[]; readonly onChange: (ids: string[]) => void }) {
  const t = useText()
  const { ids, others } = props
  const left = others.filter((one) => !ids.includes(one.id))
  return (
    <div>
      <h4>{props.title}</h4>
      <ul className={style['chosen']}>
        {ids.map((id) => {
          const one = others.find((other) => other.id === id)
          const title = one === undefined ? '…' : indicatorTitle(one)
          return (
            <li key={id}>
              {title}
              <button type="button" aria-label={t('indicatorScreens.removePart', { indicator: title })} onClick={() => props.onChange(ids.filter((other) => other !== id))}>
                <IconX size={14} aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
      {left.length > 0 && (
        <Select
          aria-label={`${props.title}: ${t('indicatorScreens.addPart')}`}
          placeholder={t('indicatorScreens.addPart')}
          searchable={left.length > 8}
          value={null}
          data={left.map((one) => ({ value: one.id, label: indicatorTitle(one) }))}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          rightSectionPointerEvents="none"
          onChange={(value) => value !== null && props.onChange([...ids, value])}
        />
      )}
    </div>
  )
}
