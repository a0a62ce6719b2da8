import { useState } from 'react'
import { Button, Menu } from '@mantine/core'
import { hasBegun } from '../../../shared/domain/commitments.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconDots, IconFile, IconFileTypePdf, IconTrash } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { ActorPanel } from './actor-panel.tsx'
import { ActorsCard } from './actors-card.tsx'
import { CompletionCard } from './completion-card.tsx'
import { FactsCard, TextsCard } from './facts-card.tsx'
import { ItemPanel, NewItemPanel } from './item-panel.tsx'
import { ItemsCard } from './items-card.tsx'
import { LinksCard } from './links-card.tsx'
import { ReplanDialog } from './replan-dialog.tsx'
import { ReplanningsCard } from './replannings-card.tsx'
import { ValuesCard } from './values-card.tsx'
import style from './commitments.module.css'

export type CommitmentSeen = Gives<'commitments.get'>
export type ItemSeen = CommitmentSeen['items'][number]

/** One commitment, read as OGP's own sheet is and edited field by field; a product or an actor opens beside it. */
export function CommitmentPage(props: { readonly id: string; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const asked = useQuery('commitments.get', { id: props.id })
  const today = useQuery('app.about', {}).data?.today
  if (asked.data === undefined || today === undefined) {
    return (
      <Screen title={t('commitmentScreens.title')} crumbs={[{ word: t('outcomes.tabCommitments'), href: href('outcomes', ['compromisos']) }]}>
        <Failure error={asked.error} onRetry={asked.reload} />
        {asked.error?.code === 'missing' && (
          <div>
            <Button component="a" variant="filled" href={href('outcomes', ['compromisos'])}>
              {t('commitmentScreens.seeAll')}
            </Button>
          </div>
        )}
      </Screen>
    )
  }
  return <Seen seen={asked.data} today={today} params={props.params} />
}

function Seen({ seen, today, params }: { readonly seen: CommitmentSeen; readonly today: string; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const { commitment, plan } = seen
  const { id } = commitment
  const [replanned, setReplanned] = useState<string | null>()
  const sheet = useSheet(id)
  const open = (change: Readonly<Record<string, string>> = {}): void => go('outcomes', ['compromisos', id], change)
  const begun = hasBegun(commitment, today)
  return (
    <Screen
      title={commitment.title}
      fill
      tabs={<OutcomeTabs at="compromisos" />}
      about={[commitment.code, plan.name].filter((one) => one !== null).join(' · ')}
      crumbs={[{ word: t('outcomes.tabCommitments'), href: href('outcomes', ['compromisos']) }, { word: commitment.code ?? commitment.title }]}
      actions={
        <>
          <More id={id} />
          {sheet.buttons}
        </>
      }
      panel={<BesidePanel seen={seen} today={today} params={params} onClose={() => open()} onReplan={setReplanned} />}
    >
      {sheet.outcome}
      <div className={style['page']}>
        <div className={style['columns']}>
          <div className={style['stack']}>
            <CompletionCard seen={seen} today={today} />
            <ItemsCard seen={seen} openId={params['producto']} onOpen={(item) => open({ producto: item })} onAdd={(kind, parentId) => open({ agregar: kind, ...(parentId === null ? {} : { de: parentId }) })} />
            <TextsCard seen={seen} />
            <ReplanningsCard seen={seen} onReplan={() => setReplanned(null)} />
          </div>
          <div className={style['stack']}>
            <FactsCard seen={seen} isBegun={begun} onReplan={() => setReplanned(null)} />
            <ActorsCard seen={seen} onOpen={(at) => open({ actor: at })} />
            <ValuesCard seen={seen} />
            <LinksCard seen={seen} />
            <Card title={t('commitmentScreens.files')}>
              <AttachmentList owner="commitments" ownerId={id} title={t('commitmentScreens.filesOf')} />
            </Card>
          </div>
        </div>
      </div>
      {replanned !== undefined && <ReplanDialog seen={seen} item={seen.items.find((item) => item.id === replanned)} today={today} onClose={() => setReplanned(undefined)} />}
    </Screen>
  )
}

interface Beside {
  readonly seen: CommitmentSeen
  readonly today: string
  readonly params: Readonly<Record<string, string>>
  readonly onClose: () => void
  readonly onReplan: (itemId: string) => void
}

function BesidePanel({ seen, today, params, onClose, onReplan }: Beside) {
  const item = seen.items.find((one) => one.id === params['producto'])
  if (item !== undefined) return <ItemPanel key={item.id} seen={seen} item={item} today={today} onClose={onClose} onReplan={() => onReplan(item.id)} />
  const kind = params['agregar']
  const open = (id: string): void => go('outcomes', ['compromisos', seen.commitment.id], { producto: id })
  if (kind === 'product' || kind === 'milestone' || kind === 'outcome') return <NewItemPanel key={`${kind} ${params['de'] ?? ''}`} seen={seen} kind={kind} parentId={params['de'] ?? null} onClose={onClose} onMade={open} />
  const actor = params['actor']
  if (actor === 'nuevo' || seen.actors.some((one) => one.id === actor)) return <ActorPanel key={actor} seen={seen} actorId={actor ?? 'nuevo'} onClose={onClose} />
  return undefined
}

/** The two forms of the sheet that citizens read, and what to do with the one made last. */
function useSheet(id: string) {
  const t = useText()
  const job = useJob('commitments.sheet', { label: t('commitments.sheet') })
  const [made, setMade] = useState<FileRef>()
  const [making, setMaking] = useState<'pdf' | 'html'>()
  const make = async (format: 'pdf' | 'html'): Promise<void> => {
    setMaking(format)
    setMade(await job.run({ id, format }))
  }
  const buttons = (
    <>
      <Button leftSection={<IconFile size={16} aria-hidden />} loading={job.running && making === 'html'} disabled={job.running} onClick={() => void make('html')}>
        {t('commitmentScreens.sheetHtml')}
      </Button>
      <Button variant="filled" leftSection={<IconFileTypePdf size={16} aria-hidden />} loading={job.running && making === 'pdf'} disabled={job.running} onClick={() => void make('pdf')}>
        {t('commitmentScreens.sheetPdf')}
      </Button>
    </>
  )
  const outcome = (
    <>
      <Failure error={job.error} onClose={job.forget} />
      {made !== undefined && <FileDone key={made.id} file={made} title={t('commitmentScreens.sheetReady')} />}
    </>
  )
  return { buttons, outcome }
}

function More({ id }: { readonly id: string }) {
  const t = useText()
  const remove = useCommand('commitments.remove', { said: t('commitmentScreens.removed') })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) go('outcomes', ['compromisos'])
  }
  return (
    <>
      <Failure error={remove.error} onClose={remove.forget} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button aria-label={t('commitmentScreens.more')} title={t('commitmentScreens.more')}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void onRemove()}>
            {t('commitmentScreens.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
