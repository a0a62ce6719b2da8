import { useDeferredValue } from 'react'
import { useText } from '../../../language.tsx'
import { IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash } from '../../../ui/icons.ts'
import { addPage, copyPage, MOST_PAGES, movePage, removePage } from './changes.ts'
import type { Desk } from './desk.ts'
import type { Change } from './editing.ts'
import { SignButton } from './many-part.tsx'
import { pageName } from './names.ts'
import { PageItems } from './page-drawing.tsx'
import style from './editor.module.css'

/** The pages of the design in their order, each as a small picture. */
export function PagesPanel(props: { readonly desk: Desk }) {
  const t = useText()
  const { desk } = props
  const { document, page: at } = desk.editing
  // Small pictures follow when there is time: what is pulled comes first.
  const laidPages = useDeferredValue(desk.laidPages)
  const act = (change: Change): void => desk.act({ kind: 'change', change })
  const { readOnly } = desk
  return (
    <section className={style['part']} aria-label={t('designEditor.pages')} data-part="pages">
      <div className={style['partHead']}>
        <h2>{t('designEditor.pages')}</h2>
        <div className={style['signs']}>
          <SignButton word={t('designEditor.pageUp')} disabled={readOnly || at === 0} onClick={() => act(movePage(-1))}><IconArrowUp size={16} aria-hidden /></SignButton>
          <SignButton word={t('designEditor.pageDown')} disabled={readOnly || at === document.pages.length - 1} onClick={() => act(movePage(1))}><IconArrowDown size={16} aria-hidden /></SignButton>
          <SignButton word={t('designEditor.copyPage')} disabled={readOnly || document.pages.length >= MOST_PAGES} onClick={() => act(copyPage())}><IconCopy size={16} aria-hidden /></SignButton>
          <SignButton word={t('designEditor.removePage')} disabled={readOnly || document.pages.length === 1} onClick={() => act(removePage())}><IconTrash size={16} aria-hidden /></SignButton>
          <SignButton word={t('designEditor.addPage')} disabled={readOnly || document.pages.length >= MOST_PAGES} onClick={() => act(addPage())}><IconPlus size={16} aria-hidden /></SignButton>
        </div>
      </div>
      <ol className={style['pages']}>
        {document.pages.map((page, index) => {
          const laid = laidPages.get(page.id)
          return (
            <li key={page.id}>
              <button type="button" aria-current={index === at ? 'page' : undefined} onClick={() => desk.act({ kind: 'page', page: index })}>
                <svg viewBox={`0 0 ${laid?.width ?? page.width} ${laid?.height ?? page.height}`} aria-hidden="true">
                  <rect width="100%" height="100%" fill="#ffffff" />
                  {laid !== undefined && <PageItems items={laid.items} images={desk.images} />}
                </svg>
                <span>
                  {pageName(t, document, page)}
                  {page.when === 'syllabus' && <small>{t('designEditor.withSyllabus')}</small>}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
