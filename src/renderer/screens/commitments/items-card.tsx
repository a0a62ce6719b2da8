import { Fragment } from 'react'
import { Button } from '@mantine/core'
import { itemTree } from '../../../shared/domain/commitments.ts'
import { figureWords, percentWords } from '../../../shared/domain/numbers.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconPaperclip, IconPlus } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { CommitmentSeen, ItemSeen } from './commitment-page.tsx'
import { datesText } from './dates-text.ts'
import { StateMark } from './state-mark.tsx'
import style from './commitments.module.css'

interface Props {
  readonly seen: CommitmentSeen
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onAdd: (kind: ItemSeen['kind'], parentId: string | null) => void
}

/** Products with their milestones below them, and the outcomes with their live figures. */
export function ItemsCard(props: Props) {
  const t = useText()
  const { products, outcomes } = itemTree(props.seen.items)
  return (
    <>
      <Card title={t('commitments.products')} actions={<Add word={t('commitmentScreens.addProduct')} onClick={() => props.onAdd('product', null)} />}>
        {products.length === 0 ? (
          <p className={style['soft']}>{t('commitmentScreens.productsWhy')}</p>
        ) : (
          <div className={style['room']}>
            <table className={style['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('commitmentScreens.columnProduct')}</th>
                  <th scope="col">{t('commitments.dates')}</th>
                  <th scope="col">{t('commitments.state')}</th>
                  <th scope="col">{t('commitmentScreens.columnFiles')}</th>
                </tr>
              </thead>
              <tbody>
                {products.map(({ product, milestones }) => (
                  <Fragment key={product.id}>
                    <Line item={product} {...props} />
                    {milestones.map((milestone) => (
                      <Line key={milestone.id} item={milestone} {...props} />
                    ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      <Card title={t('commitments.outcomes')} actions={<Add word={t('commitmentScreens.addOutcome')} onClick={() => props.onAdd('outcome', null)} />}>
        {outcomes.length === 0 && <p className={style['soft']}>{t('commitmentScreens.outcomesWhy')}</p>}
        {outcomes.length > 0 && (
          <ul className={style['outcomes']}>
            {outcomes.map((item) => (
              <li key={item.id}>
                <Name item={item} isOpen={item.id === props.openId} onOpen={props.onOpen} />
                <Outcome item={item} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}

function Add(props: { readonly word: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={props.onClick}>
      {props.word}
    </Button>
  )
}

function Name({ item, isOpen, onOpen }: { readonly item: ItemSeen; readonly isOpen: boolean; readonly onOpen: (id: string) => void }) {
  return (
    <button type="button" className={style['name']} aria-expanded={isOpen} onClick={() => onOpen(item.id)}>
      {item.name}
    </button>
  )
}

function Line({ item, openId, onOpen }: Props & { readonly item: ItemSeen }) {
  const t = useText()
  return (
    <tr data-kind={item.kind} data-gone={item.state === 'dropped'} data-open={item.id === openId}>
      <th scope="row">
        <Name item={item} isOpen={item.id === openId} onOpen={onOpen} />
        {item.responsible !== null && <small>{item.responsible}</small>}
      </th>
      <td className="tabular">{item.startsOn === null && item.endsOn === null ? <span className={style['soft']}>—</span> : datesText(t, item)}</td>
      <td>
        <StateMark state={item.state} isOverdue={item.isOverdue} />
      </td>
      <td>
        {item.attachments > 0 && (
          <span className={style['files']} title={t('commitments.files', { n: item.attachments })}>
            <IconPaperclip size={14} aria-hidden />
            {item.attachments}
            <span className="unseen">{t('commitments.files', { n: item.attachments })}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

/** The live figure of its indicator, a door to the frame where it is worked out. */
function Outcome({ item }: { readonly item: ItemSeen }) {
  const t = useText()
  const { indicator } = item
  if (indicator === null) return <span className={style['soft']}>{t('commitmentScreens.noIndicator')}</span>
  const words = [indicator.unit === '%' ? null : indicator.unit, indicator.target === null ? null : t('commitmentScreens.target', { target: told(indicator.target, indicator.unit) })].filter((one) => one !== null).join(' · ')
  return (
    <a className={style['figure']} href={href('outcomes', ['indicadores', indicator.frameId, item.indicatorId ?? ''])}>
      <b>{indicator.value === null ? '–' : told(indicator.value, indicator.unit)}</b> {words}
    </a>
  )
}

const told = (value: number, unit: string | null): string => (unit === '%' ? percentWords(value) : figureWords(value))
