import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ReissuePanel } from './reissue-panel.tsx'
import style from './corrections.module.css'

/** Papers that say what today's records say: first the record is mended. Or they are issued again all the same (another seal, a design that was mended). */
export function SamePaper(props: { readonly ids: readonly string[]; readonly onDone: (done: Gives<'corrections.reissue'>) => void }) {
  const t = useText()
  const [only] = props.ids
  const paper = useQuery('certificates.get', { id: only ?? '' }, { enabled: only !== undefined }).data
  const [isAsking, setAsking] = useState(false)
  const one = props.ids.length === 1 ? paper : undefined
  return (
    <div className={style['beside']}>
      <EmptyState
        drawing="certificates"
        title={t('correctionScreens.saysToday', { n: props.ids.length })}
        actions={
          <>
            {one !== undefined && (
              <Button component="a" variant="filled" href={href('people', [one.personId])}>
                {t('correctionScreens.mendPerson')}
              </Button>
            )}
            {one !== undefined && (
              <Button component="a" href={href('programmes', ['grupo', one.cohortId])}>
                {t('correctionScreens.mendCourse')}
              </Button>
            )}
            <Button variant="subtle" onClick={() => setAsking(true)}>
              {t('correctionScreens.reissueSame')}
            </Button>
          </>
        }
      >
        {t('correctionScreens.saysTodayWhy')}
      </EmptyState>
      {isAsking && <ReissuePanel papers={props.ids.map((id) => ({ id, changes: [], against: null }))} told={{ actas: [], reports: [] }} onClose={() => setAsking(false)} onDone={props.onDone} />}
    </div>
  )
}
