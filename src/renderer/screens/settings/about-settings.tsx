import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Card } from '../../ui/screen.tsx'
import style from './settings.module.css'

/** Which program this is and where the office's data lies: what support asks first. */
export function AboutSettings() {
  const t = useText()
  const about = useQuery('app.about', {})
  if (about.data === undefined) return null
  const { version, engine, folder, who } = about.data
  const facts: readonly (readonly [string, string])[] = [
    [t('settings.version'), version],
    [t('settings.engine'), engine === 'sqlite' ? t('settings.engineFile') : t('settings.engineServer')],
    [t('settings.folder'), folder],
    [t('settings.who'), who],
  ]
  return (
    <Card title={t('settings.about')}>
      <dl className={style['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={style['why']}>{t('settings.aboutWhy')}</p>
    </Card>
  )
}
