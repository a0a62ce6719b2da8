import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Note } from '../../ui/note.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { Seal } from '../../ui/seal.tsx'
import { PrintPanel } from '../delivery/print-panel.tsx'
import { AfterCorrection } from './after-correction.tsx'
import style from './corrections.module.css'

/** After the papers were issued again: what to do with them, and who was left out. */
export function Corrected(props: { readonly frame: { readonly title: string; readonly crumbs: readonly { readonly word: string }[]; readonly tabs: ReactNode }; readonly done: Gives<'corrections.reissue'> }) {
  const t = useText()
  const { done } = props
  const [isPrinting, setPrinting] = useState(false)
  return (
    <Screen {...props.frame} panel={isPrinting && <PrintPanel ids={done.issued} onClose={() => setPrinting(false)} />}>
      <div className={style['done']}>
        <header>
          <Seal size={48} />
          <div>
            <h2 aria-live="polite">{t('correctionScreens.done', { n: done.issued.length })}</h2>
            <p className={style['soft']}>{t('correctionScreens.doneWhy')}</p>
          </div>
        </header>
        <Card title={t('correctionScreens.whatToDo')}>
          <AfterCorrection correctionId={done.correctionId} papers={done.issued.length} onPrint={() => setPrinting(true)} primary />
        </Card>
        {done.leftOut.length > 0 && (
          <Note tone="warn" title={t('correctionScreens.leftOut', { n: done.leftOut.length })}>
            <ul className={style['summary']}>
              {done.leftOut.slice(0, 50).map(({ id, because }) => (
                <li key={id}>{because}</li>
              ))}
            </ul>
          </Note>
        )}
        <nav className={style['links']} aria-label={t('issuing.links')}>
          <a href={href('certificates', ['correcciones', 'correccion', done.correctionId])}>{t('correctionScreens.seeProcedure')}</a>
          <a href={href('certificates', ['correcciones', 'corregir'])}>{t('correctionScreens.searchOther')}</a>
        </nav>
      </div>
    </Screen>
  )
}
