import { SegmentedControl } from '@mantine/core'
import type { NameOrder } from '../../../shared/domain/name-parts.ts'
import { splitFullName } from '../../../shared/domain/name-parts.ts'
import { titleCase, upperCase } from '../../../shared/domain/names.ts'
import { useText } from '../../language.tsx'
import { IconArrowRight } from '../../ui/icons.ts'
import style from './wizard.module.css'

const SHOWN = 3

/** How whole names are divided: the guess, why, some of them before and after, and the other way. */
export function NameOrderChoice(props: { readonly samples: readonly string[]; readonly order: NameOrder; readonly reason: string; readonly onChange: (order: NameOrder) => void }) {
  const t = useText()
  // Those whose two readings differ show most.
  const telling = props.samples.toSorted((a, b) => Number(differs(b)) - Number(differs(a)) || b.length - a.length).slice(0, SHOWN)
  return (
    <section className={style['nameOrder']} aria-label={t('wizard.nameOrder')}>
      <div>
        <h2>{t('wizard.nameOrder')}</h2>
        <p className={style['soft']}>{props.reason}</p>
        <SegmentedControl
          size="sm"
          classNames={{ root: style['orders'] ?? '', indicator: style['ordersOn'] ?? '' }}
          value={props.order}
          aria-label={t('wizard.nameOrder')}
          data={[
            { value: 'surnames-first', label: t('wizard.surnamesFirst') },
            { value: 'given-first', label: t('wizard.givenFirst') },
          ]}
          onChange={(order) => props.onChange(order === 'given-first' ? 'given-first' : 'surnames-first')}
        />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('wizard.inTheSheet')}</th>
            <th aria-hidden="true" />
            <th scope="col">{t('imports.field.firstSurname')}</th>
            <th scope="col">{t('imports.field.secondSurname')}</th>
            <th scope="col">{t('imports.field.givenNames')}</th>
          </tr>
        </thead>
        <tbody>
          {telling.map((sample) => {
            const parts = splitFullName(sample, props.order)
            return (
              <tr key={sample}>
                <td>{sample}</td>
                <td>
                  <IconArrowRight size={14} aria-hidden />
                </td>
                <td>{upperCase(parts.firstSurname)}</td>
                <td>{upperCase(parts.secondSurname ?? '')}</td>
                <td>{titleCase(parts.givenNames)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function differs(sample: string): boolean {
  return JSON.stringify(splitFullName(sample, 'surnames-first')) !== JSON.stringify(splitFullName(sample, 'given-first'))
}
