import { useState } from 'react'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FindField } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { IconX } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

interface Linked {
  readonly id: string
  readonly word: string
  readonly detail: string
  readonly href: string
}

/** The training and the initiatives that carry the commitment out. */
export function LinksCard({ seen }: { readonly seen: CommitmentSeen }) {
  const t = useText()
  const save = useCommand('commitments.setLinks', { said: t('commitmentScreens.linksKept') })
  const programmes = useQuery('programmes.list', {}).data ?? []
  const [search, setSearch] = useState('')
  const found = useQuery('initiatives.list', { search }, { keepOld: true })
  const editionIds = seen.editions.map((one) => one.editionId)
  const initiativeIds = seen.initiatives.map((one) => one.initiativeId)
  const put = (change: { readonly editionIds?: string[]; readonly initiativeIds?: string[] }): Promise<unknown> => save.run({ id: seen.commitment.id, editionIds, initiativeIds, ...change })
  const choices = programmes.flatMap((programme) => programme.editions.filter((edition) => !editionIds.includes(edition.id)).map((edition) => ({ value: edition.id, label: `${programme.name} · ${edition.name}` })))
  return (
    <Card title={t('commitmentScreens.links')}>
      <LinkList
        lines={seen.editions.map((one) => ({ id: one.editionId, word: `${one.programmeName} · ${one.editionName}`, detail: t('commitmentScreens.participants', { n: one.participants }), href: href('programmes', ['edicion', one.editionId]) }))}
        onRemove={(id) => void put({ editionIds: editionIds.filter((one) => one !== id) })}
      />
      <SelectField label={t('commitmentScreens.linkEdition')} value={null} choices={choices} onChange={(id) => id !== null && void put({ editionIds: [...editionIds, id] })} />
      <LinkList
        lines={seen.initiatives.map((one) => ({ id: one.initiativeId, word: one.title, detail: '', href: href('outcomes', ['iniciativas', one.initiativeId]) }))}
        onRemove={(id) => void put({ initiativeIds: initiativeIds.filter((one) => one !== id) })}
      />
      <FindField
        label={t('commitmentScreens.linkInitiative')}
        value={null}
        found={(found.data?.rows ?? []).filter((one) => !initiativeIds.includes(one.id)).map((one) => ({ id: one.id, label: one.title, detail: one.place ?? undefined }))}
        searching={found.loading}
        onSearch={setSearch}
        onChange={(chosen) => chosen !== null && void put({ initiativeIds: [...initiativeIds, chosen.id] })}
      />
      <Failure error={save.error} onClose={save.forget} />
    </Card>
  )
}

function LinkList(props: { readonly lines: readonly Linked[]; readonly onRemove: (id: string) => void }) {
  const t = useText()
  if (props.lines.length === 0) return null
  return (
    <ul className={style['links']}>
      {props.lines.map((line) => (
        <li key={line.id}>
          <span>
            <a href={line.href}>{line.word}</a>
            {line.detail !== '' && <small>{line.detail}</small>}
          </span>
          <button type="button" className={style['small']} aria-label={t('commitmentScreens.unlink', { name: line.word })} title={t('commitmentScreens.unlink', { name: line.word })} onClick={() => props.onRemove(line.id)}>
            <IconX size={15} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
