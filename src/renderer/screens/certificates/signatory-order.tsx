import { Select } from '@mantine/core'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconArrowDown, IconArrowUp, IconX } from '../../ui/icons.ts'
import { canSign, whyNotSign } from './use-issue.ts'
import type { How, Signatory } from './use-issue.ts'
import style from './how-form.module.css'

/** Who signs, in the order of the paper: moved, taken away and added with buttons. */
export function SignatoryOrder(props: { readonly all: readonly Signatory[]; readonly how: How; readonly onChange: (ids: string[]) => void }) {
  const t = useText()
  const { all, how } = props
  const ids = how.signatoryIds
  const signing = ids.flatMap((id) => all.filter((one) => one.id === id))
  const against = (one: Signatory): 'mandate' | 'kind' | null => whyNotSign(one, { day: how.issuedOn, kind: how.paperKind })
  // Those who may sign come first.
  const others = all.filter((one) => !ids.includes(one.id)).toSorted((one, other) => Number(against(one) !== null) - Number(against(other) !== null))
  const moved = (at: number, by: 1 | -1): string[] => {
    const next = [...ids]
    const [one] = next.splice(at, 1)
    if (one !== undefined) next.splice(at + by, 0, one)
    return next
  }
  return (
    <div className={style['signatories']}>
      <span className={style['label']}>{t('issuing.signatories')}</span>
      {signing.length === 0 && <p>{t('issuing.noSignatories')}</p>}
      <ol>
        {signing.map((one, at) => (
          <li key={one.id}>
            <span>
              <b title={one.name}>{one.name}</b>
              <small title={one.post}>{against(one) === null ? one.post : <em>{t('issuing.mayNotSign', { why: against(one) ?? 'mandate' })}</em>}</small>
            </span>
            <button type="button" disabled={at === 0} aria-label={t('issuing.moveUp', { name: one.name })} title={t('issuing.moveUp', { name: one.name })} onClick={() => props.onChange(moved(at, -1))}>
              <IconArrowUp size={15} />
            </button>
            <button type="button" disabled={at === signing.length - 1} aria-label={t('issuing.moveDown', { name: one.name })} title={t('issuing.moveDown', { name: one.name })} onClick={() => props.onChange(moved(at, 1))}>
              <IconArrowDown size={15} />
            </button>
            <button type="button" aria-label={t('issuing.takeAway', { name: one.name })} title={t('issuing.takeAway', { name: one.name })} onClick={() => props.onChange(ids.filter((id) => id !== one.id))}>
              <IconX size={15} />
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && canSign(how) && (
        <Select
          aria-label={t('issuing.addSignatory')}
          placeholder={t('issuing.addSignatory')}
          data={others.map((one) => ({ value: one.id, label: [one.name, one.post, ...(against(one) === null ? [] : [t('issuing.mayNotSign', { why: against(one) ?? 'mandate' })])].join(', '), disabled: against(one) !== null }))}
          value={null}
          maxDropdownHeight={260}
          onChange={(id) => id !== null && props.onChange([...ids, id])}
        />
      )}
      {all.length === 0 && <a href={href('settings', ['firmantes'])}>{t('issuing.newSignatory')}</a>}
    </div>
  )
}
