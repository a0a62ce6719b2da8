import { useRef, useState } from 'react'
import { Button, Menu } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconArrowRight, IconDots, IconTrash } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { TabLine } from '../../ui/tab-line.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { Gone } from '../programmes/gone.tsx'
import { AddendaCard, AddendumPanel } from './addenda.tsx'
import { AgreementFacts } from './agreement-facts.tsx'
import { AgreementStateWord } from './agreement-words.tsx'
import { EditionShares } from './edition-shares.tsx'
import { ItemPanel, ItemsCard } from './items.tsx'
import { MoneyLine } from './money-line.tsx'
import { PartiesCard } from './parties.tsx'
import { SucceedPanel } from './succeed-panel.tsx'
import style from './agreements.module.css'

export type AgreementSeen = Gives<'agreements.get'>

/** What is open beside the page: null as id is a new one. */
export type Beside = { readonly kind: 'item' | 'addendum'; readonly id: string | null } | { readonly kind: 'next' }

/** One agreement: what it pays for and how much of it is left, its editions, addenda, parties and papers. */
export function AgreementPage(props: { readonly id: string }) {
  const t = useText()
  const seen = useQuery('agreements.get', { id: props.id })
  if (seen.data === undefined) {
    return (
      <Screen title={t('outcomes.tabAgreements')}>
        <Gone error={seen.error} onRetry={seen.reload} />
      </Screen>
    )
  }
  return <Seen seen={seen.data} />
}

function Seen({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const { agreement } = seen
  const [beside, setBeside] = useState<Beside>()
  const close = (): void => setBeside(undefined)
  const remove = useCommand('agreements.remove', { said: t('agreementScreens.removed') })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id: agreement.id })) !== undefined) go('outcomes', ['convenios'])
  }
  const panel =
    beside?.kind === 'item' ? (
      <ItemPanel key={beside.id ?? ''} seen={seen} id={beside.id} onClose={close} />
    ) : beside?.kind === 'addendum' ? (
      <AddendumPanel key={beside.id ?? ''} seen={seen} id={beside.id} onClose={close} />
    ) : beside?.kind === 'next' ? (
      <SucceedPanel seen={seen} onClose={close} />
    ) : undefined
  return (
    <Screen {...agreementFrame(t, seen, 'convenio')} actions={<More onNext={() => setBeside({ kind: 'next' })} onRemove={() => void onRemove()} />} panel={panel}>
      <Failure error={remove.error} onClose={remove.forget} />
      <div className={style['room']}>
        <Lineage seen={seen} />
        <MoneyLine seen={seen} />
        <div className={style['columns']}>
          <div className={style['stack']}>
            <ItemsCard seen={seen} onOpen={(id) => setBeside({ kind: 'item', id })} openId={beside?.kind === 'item' ? beside.id : undefined} />
            <EditionShares seen={seen} />
            <AddendaCard seen={seen} onOpen={(id) => setBeside({ kind: 'addendum', id })} openId={beside?.kind === 'addendum' ? beside.id : undefined} />
            <Card>
              <AttachmentList owner="agreements" ownerId={agreement.id} title={t('agreementScreens.files')} />
            </Card>
          </div>
          <div className={style['stack']}>
            <AgreementFacts seen={seen} />
            <PartiesCard seen={seen} />
          </div>
        </div>
      </div>
    </Screen>
  )
}

/** "Convenio · N° 01-2026"; a number that says what it is stands alone. */
function numberedKind(kind: string, number: string | null): string {
  if (number === null) return kind
  return number.toLocaleLowerCase('es').startsWith(kind.toLocaleLowerCase('es')) ? number : `${kind} · ${number}`
}

/** Title, state, crumbs and parts of an agreement: the head of each of its pages. */
export function agreementFrame(t: ReturnType<typeof useText>, { agreement, inForce }: AgreementSeen, at: 'convenio' | 'presupuesto') {
  const address = (part: readonly string[]) => href('outcomes', ['convenios', agreement.id, ...part])
  return {
    title: agreement.title,
    about: (
      <span className={style['about']}>
        <AgreementStateWord state={inForce.state} />
        <span>{numberedKind(t('agreementScreens.kindName', { kind: agreement.kind }), agreement.number)}</span>
      </span>
    ),
    crumbs: [{ word: t('outcomes.tabAgreements'), href: href('outcomes', ['convenios']) }, { word: agreement.number ?? agreement.title }],
    tabs: (
      <TabLine
        label={agreement.title}
        tabs={[
          { word: t('agreementScreens.tabAgreement'), href: address([]), isOpen: at === 'convenio' },
          { word: t('budget.report'), href: address(['presupuesto']), isOpen: at === 'presupuesto' },
        ]}
      />
    ),
  }
}

/** What it follows, and what follows it. */
function Lineage({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const { predecessor, successors } = seen
  if (predecessor === null && successors.length === 0) return null
  const link = (one: { readonly id: string; readonly title: string }) => (
    <a key={one.id} href={href('outcomes', ['convenios', one.id])}>
      {one.title}
    </a>
  )
  return (
    <p className={style['lineage']}>
      {predecessor !== null && (
        <span>
          {t('agreementScreens.follows')} {link(predecessor)}
        </span>
      )}
      {successors.length > 0 && (
        <span>
          {t('agreementScreens.followedBy')} {successors.map(link)}
        </span>
      )}
    </p>
  )
}

function More(props: { readonly onNext: () => void; readonly onRemove: () => void }) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  // The menu gives the cursor back to its button a moment after it closes: the panel opens once that is settled.
  const onNext = (): void => {
    button.current?.focus()
    setTimeout(props.onNext)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button ref={button} aria-label={t('training.more')} title={t('training.more')}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowRight size={16} aria-hidden />} onClick={onNext}>
          {t('agreementScreens.succeed')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={props.onRemove}>
          {t('agreementScreens.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
