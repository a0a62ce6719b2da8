import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconChevronRight, IconPlus } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { RegisterDesign } from './register-design.tsx'
import { RegisterImport } from './register-import.tsx'
import { RegisterPage } from './register-page.tsx'
import style from './registers.module.css'

/** Registers of results: which there are, one with its rows, its fields, a sheet that comes in. */
export function RegistersScreen({ path, params }: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const [id, part] = path
  if (id === 'nuevo') return <RegisterDesign register={null} />
  if (id === undefined) return <Registers />
  return <OneRegister key={id} id={id} part={part} params={params} />
}

function Registers() {
  const t = useText()
  const list = useQuery('resultRegisters.list', {})
  const make = (
    <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go('outcomes', ['registros', 'nuevo'])}>
      {t('registerScreens.new')}
    </Button>
  )
  const isEmpty = list.data?.length === 0
  return (
    <Screen title={t('outcomes.tabRegisters')} crumbs={[{ word: t('outcomes.tabRegisters') }]} tabs={<OutcomeTabs at="registros" />} about={isEmpty ? undefined : t('registerScreens.about')} actions={isEmpty ? undefined : make}>
      <Failure error={list.error} onRetry={list.reload} />
      {isEmpty ? (
        <EmptyState drawing="sheet" title={t('registerScreens.none')} actions={make}>
          {t('registerScreens.noneWhy')}
        </EmptyState>
      ) : (
        <ul className={style['list']}>
          {(list.data ?? []).map((one) => (
            <li key={one.id}>
              <a href={href('outcomes', ['registros', one.id])}>
                <span>
                  <b>{one.name}</b>
                  {one.description !== null && <small>{one.description}</small>}
                  <small>{one.fields.length === 0 ? t('registerScreens.noFields') : one.fields.map((field) => field.label).join(' · ')}</small>
                </span>
                <span className={style['howMany']}>{one.rows.toLocaleString('es-PE')}</span>
                <IconChevronRight size={18} aria-hidden />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}

function OneRegister(props: { readonly id: string; readonly part: string | undefined; readonly params: Readonly<Record<string, string>> }) {
  const t = useText()
  const { id, part, params } = props
  const asked = useQuery('resultRegisters.get', { id })
  const register = asked.data
  if (register === undefined) {
    return (
      <Screen title={t('outcomes.tabRegisters')} crumbs={[{ word: t('outcomes.tabRegisters') }]} tabs={<OutcomeTabs at="registros" />}>
        <Failure error={asked.error} onRetry={asked.reload} />
      </Screen>
    )
  }
  if (part === 'campos') return <RegisterDesign register={register} />
  if (part === 'importar') return <RegisterImport register={register} />
  return <RegisterPage register={register} openId={part} params={params} />
}
