import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useCommands } from '../../frame/commands.ts'
import { useText } from '../../language.tsx'
import { go, replace, useRoute } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { NewEditionPanel } from './new-edition-panel.tsx'
import { ProgrammePanel } from './programme-panel.tsx'
import { ProgrammeTree } from './programme-tree.tsx'
import { SearchBox } from './search-box.tsx'
import { linesOf, sumsOfProgramme } from './tree-lines.ts'
import type { Line, Programme } from './tree-lines.ts'
import { useToggled } from './use-toggled.ts'
import style from './programmes.module.css'

/** Up to so many programmes the latest edition of each is open by itself. */
const FEW = 6
const NEW = 'nuevo'

/** All the programmes, with their editions and groups. `?nuevo` and `?programa=<id>` open the panel beside. */
export function ProgrammeList() {
  const t = useText()
  const { params } = useRoute()
  const [search, setSearch] = useState('')
  const list = useQuery('programmes.list', { search }, { keepOld: true })
  const [toggled, toggle] = useToggled()
  const programmes = list.data
  const lines = useMemo(() => {
    const isFew = (programmes?.length ?? 0) <= FEW
    const isOpen = (id: string, isFirst: boolean): boolean => search !== '' || (isFew && isFirst) !== toggled.has(id)
    return linesOf(programmes ?? [], isOpen)
  }, [programmes, toggled, search])
  const begin = (): void => replace('programmes', [], { [NEW]: '' })
  const close = (): void => replace('programmes')
  useCommands([{ id: 'training.newProgramme', label: t('training.newProgramme'), run: begin }])

  const onOpen = (line: Line): void => {
    if (line.what.kind === 'programme') replace('programmes', [], { programa: line.id })
    else go('programmes', [line.what.kind === 'edition' ? 'edicion' : 'grupo', line.id])
  }
  const nothing = programmes?.length === 0
  return (
    <Screen
      fill
      title={t('frame.programmes')}
      about={programmes !== undefined && !nothing && t('training.sum', summed(programmes))}
      actions={
        !(nothing && search === '') && (
          <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={begin}>
            {t('training.newProgramme')}
          </Button>
        )
      }
      tools={!(nothing && search === '') && <SearchBox label={t('training.searchProgrammes')} value={search} onChange={setSearch} />}
      panel={programmes !== undefined && <Beside programmes={programmes} params={params} onClose={close} />}
    >
      <Failure error={list.error} onRetry={list.reload} />
      {nothing && (search === '' ? <NoProgrammes onBegin={params[NEW] === undefined ? begin : undefined} /> : <NothingFound search={search} onClear={() => setSearch('')} />)}
      {programmes !== undefined && !nothing && (
        <ProgrammeTree lines={lines} chosen={params['programa']} onToggle={toggle} onOpen={onOpen} onNewEdition={(id) => replace('programmes', [], { [NEW]: id })} />
      )}
    </Screen>
  )
}

function Beside(props: { readonly programmes: readonly Programme[]; readonly params: Readonly<Record<string, string>>; readonly onClose: () => void }) {
  const begun = props.params[NEW]
  if (begun !== undefined) return <NewEditionPanel key={begun} programme={props.programmes.find((one) => one.id === begun)} onClose={props.onClose} />
  const programme = props.programmes.find((one) => one.id === props.params['programa'])
  return programme === undefined ? null : <ProgrammePanel key={programme.id} programme={programme} onClose={props.onClose} />
}

function summed(programmes: readonly Programme[]): { programmes: number; people: number } {
  return { programmes: programmes.length, people: programmes.reduce((sum, one) => sum + sumsOfProgramme(one).people, 0) }
}

function NoProgrammes(props: { readonly onBegin: (() => void) | undefined }) {
  const t = useText()
  const levels = [
    [t('training.programme'), t('training.exampleProgramme')],
    [t('training.firstEdition'), t('training.exampleEdition')],
    [t('training.cohorts'), t('training.exampleCohorts')],
  ] as const
  return (
    <div className={style['blank']}>
      <EmptyState
        drawing="programmes"
        title={t('training.noProgrammes')}
        actions={
          props.onBegin !== undefined && (
            <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onBegin}>
              {t('training.newProgramme')}
            </Button>
          )
        }
      >
        {t('training.noProgrammesWhy')}
        <ol className={style['levels']}>
          {levels.map(([word, example]) => (
            <li key={word}>
              <span>{example}</span>
              <small>{word}</small>
            </li>
          ))}
        </ol>
      </EmptyState>
    </div>
  )
}

function NothingFound(props: { readonly search: string; readonly onClear: () => void }) {
  const t = useText()
  return (
    <div className={style['blank']}>
      <EmptyState drawing="search" title={t('training.nothingFound', { text: props.search })} actions={<Button onClick={props.onClear}>{t('training.clearSearch')}</Button>}>
        {t('training.nothingFoundWhy')}
      </EmptyState>
    </div>
  )
}
