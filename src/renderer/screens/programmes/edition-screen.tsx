import { useRef, useState } from 'react'
import { Button, Menu } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconCertificate, IconCopy, IconDots, IconTrash, IconUpload } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { EditionMoney } from '../agreements/edition-money.tsx'
import { CopyEditionPanel } from './copy-edition-panel.tsx'
import { EditionCohorts } from './edition-cohorts.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { EditionPartners } from './edition-partners.tsx'
import { Gone } from './gone.tsx'
import { sumsOf } from './tree-lines.ts'
import { useRosterFile } from './use-roster-file.tsx'
import style from './programmes.module.css'

export type EditionSeen = Gives<'editions.get'>

/** One edition: its groups, who takes part in organising it, and its data. */
export function EditionScreen(props: { readonly id: string }) {
  const t = useText()
  const seen = useQuery('editions.get', { id: props.id })
  const edition = seen.data
  if (edition === undefined) {
    return (
      <Screen title={t('training.firstEdition')}>
        <Gone error={seen.error} onRetry={seen.reload} />
      </Screen>
    )
  }
  return <Seen seen={edition} />
}

function Seen(props: { readonly seen: EditionSeen }) {
  const t = useText()
  const { seen } = props
  const { id, name } = seen.edition
  const [copying, setCopying] = useState(false)
  const remove = useCommand('editions.remove', { said: t('training.editionRemoved') })
  const roster = useRosterFile({ editionId: id })
  const { people } = sumsOf(seen.cohorts)
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) go('programmes')
  }
  return (
    <Screen
      title={name}
      about={<span className={style['about']}>{seen.programme.name}</span>}
      crumbs={[{ word: seen.programme.shortName ?? seen.programme.name, href: href('programmes', [], { programa: seen.programme.id }) }, { word: name }]}
      actions={
        <>
          <More onCopy={() => setCopying(true)} onRemove={people === 0 ? () => void onRemove() : undefined} />
          {people > 0 && roster.button}
          <Button component="a" variant={people > 0 ? 'default' : 'filled'} href={href('programmes', ['importar'], { edicion: id })} leftSection={<IconUpload size={16} aria-hidden />}>
            {t('training.importRoster')}
          </Button>
          {people > 0 && (
            <Button component="a" variant="filled" href={href('certificates', ['emitir'], { edicion: id })} leftSection={<IconCertificate size={16} aria-hidden />}>
              {t('training.issue')}
            </Button>
          )}
        </>
      }
      panel={copying && <CopyEditionPanel seen={seen} onClose={() => setCopying(false)} />}
    >
      {roster.outcome}
      <Failure error={remove.error} onClose={remove.forget} />
      <div className={style['room']}>
        <div className={style['columns']}>
          <div className={style['stack']}>
            <EditionCohorts seen={seen} />
            <EditionPartners editionId={id} partners={seen.partners} />
            <EditionMoney editionId={id} />
          </div>
          <EditionFacts seen={seen} />
        </div>
      </div>
    </Screen>
  )
}

function More(props: { readonly onCopy: () => void; readonly onRemove: (() => void) | undefined }) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  // The menu gives the cursor back to its button a moment after it closes: the panel opens once that is settled.
  const onCopy = (): void => {
    button.current?.focus()
    setTimeout(props.onCopy)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button ref={button} aria-label={t('training.more')} title={t('training.more')}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={onCopy}>
          {t('training.copyEdition')}
        </Menu.Item>
        {props.onRemove !== undefined && (
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={props.onRemove}>
            {t('training.removeEdition')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
