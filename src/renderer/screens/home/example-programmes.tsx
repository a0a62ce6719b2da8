import { useState } from 'react'
import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconCircleCheck, IconPlayerPlay } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import style from './home.module.css'

type Programme = Gives<'examples.list'>[number]

/** In the example office: the five programmes, each loaded when one wants to see it. */
export function ExampleProgrammes() {
  const t = useText()
  const list = useQuery('examples.list', {})
  const [loading, setLoading] = useState<Programme>()
  const load = useJob('examples.load', { label: loading === undefined ? '' : t('examples.loading', { title: loading.title }) })
  const onLoad = async (programme: Programme): Promise<void> => {
    setLoading(programme)
    await load.run({ name: programme.name })
    setLoading(undefined)
  }
  return (
    <Card title={t('examples.title')}>
      <p className={style['soft']}>{t('examples.about')}</p>
      <ul className={style['programmes']}>
        {(list.data ?? []).map((one) => (
          <li key={one.name}>
            <div>
              {one.isLoaded ? <a href={href('outcomes', ['indicadores'])}>{one.title}</a> : <strong>{one.title}</strong>}
              <p>{one.summary}</p>
            </div>
            {one.isLoaded ? (
              <span className={style['done']}>
                <IconCircleCheck size={16} aria-hidden /> {t('examples.loaded')}
              </span>
            ) : (
              <Button size="compact-sm" aria-label={t('examples.loadOne', { title: one.title })} leftSection={<IconPlayerPlay size={14} aria-hidden />} loading={loading?.name === one.name} disabled={loading !== undefined} onClick={() => void onLoad(one)}>
                {t('examples.load')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Failure error={load.error ?? list.error} onClose={load.forget} />
    </Card>
  )
}
