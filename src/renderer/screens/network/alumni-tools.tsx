import { departments } from '../../../shared/domain/geography.ts'
import { inPostStates } from '../../../shared/domain/network.ts'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { SearchBox } from '../programmes/search-box.tsx'
import { Narrow } from '../../ui/narrow.tsx'
import { NetworkTabs } from './network-words.tsx'
import type { Params } from './network-words.tsx'

/** What narrows the list of alumni: by name, course, place, how long nobody heard of them, and where they are. */
export function AlumniTools(props: {
  readonly answer: Gives<'network.alumni'> | undefined
  /** Nobody finished anything yet: there is nothing to narrow. */
  readonly isEmpty: boolean
  readonly params: Params
  readonly search: string
  readonly onShow: (change: Readonly<Record<string, string | null>>) => void
}) {
  const t = useText()
  const { params, answer, onShow } = props
  const programmes = useQuery('programmes.list', {}).data ?? []
  const editions = programmes.find((one) => one.id === params['programa'])?.editions ?? []
  if (props.isEmpty) return <NetworkTabs at="alumni" />
  const states = inPostStates.map((state) => ({ value: state, word: t(`networkScreens.state.${state}`), count: answer?.inPost.find((one) => one.state === state)?.count ?? 0 }))
  const everybody = answer?.inPost.reduce((sum, one) => sum + one.count, 0)
  const at = inPostStates.find((one) => one === params['situacion']) ?? 'all'
  return (
    <>
      <NetworkTabs at="alumni" />
      <SearchBox label={t('networkScreens.search')} value={props.search} onChange={(value) => onShow({ buscar: value })} />
      <Narrow label={t('networkScreens.allProgrammes')} width={200} choices={programmes.map((one) => ({ value: one.id, label: one.shortName ?? one.name }))} value={params['programa']} onChange={(programa) => onShow({ programa, edicion: null })} />
      {params['programa'] !== undefined && <Narrow label={t('networkScreens.allEditions')} width={220} choices={editions.map((one) => ({ value: one.id, label: one.name }))} value={params['edicion']} onChange={(edicion) => onShow({ edicion })} />}
      <Narrow label={t('networkScreens.allDepartments')} width={216} choices={departments.map((one) => ({ value: one.code, label: one.name }))} value={params['departamento']} onChange={(departamento) => onShow({ departamento })} />
      <Narrow
        label={t('networkScreens.anyContact')}
        width={216}
        choices={[
          { value: '6', label: t('networkScreens.quiet', { n: 6 }) },
          { value: '12', label: t('networkScreens.quiet', { n: 12 }) },
        ]}
        value={params['sincontacto']}
        onChange={(sincontacto) => onShow({ sincontacto })}
      />
      <FilterWords
        label={t('network.column.inPost')}
        value={at}
        onChange={(value) => onShow({ situacion: value === 'all' ? null : value })}
        words={[{ value: 'all', word: t('networkScreens.all'), count: everybody }, ...states.filter((one) => answer === undefined || one.count > 0 || one.value === at)]}
      />
    </>
  )
}
