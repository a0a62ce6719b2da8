import { Button } from '@mantine/core'
import { actorKinds } from '../../../shared/domain/commitments.ts'
import { useText } from '../../language.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

/** Who takes part, by kind; each opens beside the page. */
export function ActorsCard({ seen, onOpen }: { readonly seen: CommitmentSeen; readonly onOpen: (id: string) => void }) {
  const t = useText()
  const kinds = actorKinds.filter((kind) => seen.actors.some((actor) => actor.kind === kind))
  return (
    <Card
      title={t('commitments.actors')}
      actions={
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => onOpen('nuevo')}>
          {t('commitmentScreens.addActor')}
        </Button>
      }
    >
      {kinds.length === 0 && <p className={style['soft']}>{t('commitmentScreens.actorsWhy')}</p>}
      {kinds.map((kind) => (
        <section key={kind} className={style['actors']}>
          <h3>{t(`commitments.actorKind.${kind}`)}</h3>
          <ul>
            {seen.actors
              .filter((actor) => actor.kind === kind)
              .map((actor) => (
                <li key={actor.id}>
                  <button type="button" className={style['name']} onClick={() => onOpen(actor.id)}>
                    {[actor.organisationName ?? actor.name, actor.unit].filter((one) => one !== null).join(' · ') || actor.personName || t('commitmentScreens.actorUnnamed')}
                  </button>
                  {actor.personName !== null && <small>{[actor.personName, actor.personPost].filter((one) => one !== null).join(', ')}</small>}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
