import { useText } from '../../language.tsx'
import { WORDS } from './words.ts'
import style from './review.module.css'

const PARTS = ['created', 'updated', 'unchanged', 'skipped', 'rejected'] as const

/** What becomes of the rows read, as the sum it always is: read = created + updated + unchanged + skipped + rejected. */
export function Sum(props: { readonly numbers: Readonly<Record<'read' | (typeof PARTS)[number], number>>; readonly busy?: boolean }) {
  const t = useText()
  const { numbers } = props
  return (
    <div className={style['sumBox']}>
      <dl className={style['sum']} aria-label={t('wizard.sum')} aria-busy={props.busy === true}>
        <div>
          <dt>{t(WORDS.sum.read)}</dt>
          <dd>{numbers.read.toLocaleString('es-PE')}</dd>
        </div>
        {PARTS.map((part, at) => (
          <div key={part} data-part={part} data-none={numbers[part] === 0}>
            <i aria-hidden="true">{at === 0 ? '=' : '+'}</i>
            <dt>{t(WORDS.sum[part])}</dt>
            <dd>{numbers[part].toLocaleString('es-PE')}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
