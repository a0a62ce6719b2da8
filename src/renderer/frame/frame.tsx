import { useEffect, useMemo, useRef, useState } from 'react'
import { useAlive, useJob, useQuery, useUndo } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { go, PLACES, useRoute } from '../router.ts'
import { SCREENS } from '../screens/index.ts'
import { useCommands } from './commands.ts'
import { ConnectionLost, ExampleBanner, ExampleFailed } from './banners.tsx'
import style from './frame.module.css'
import { useFrameKeys } from './frame-keys.ts'
import { Palette } from './palette.tsx'
import { PARTS, PLACE_WORDS } from './places.ts'
import { Rail } from './rail.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StatusLine } from './status-line.tsx'
import { Toasts } from './toasts.tsx'
import { TopBar } from './top-bar.tsx'

/** What stands around every screen: the places, where I am, the search, what goes on. */
export function Frame() {
  const { language, setLanguage, t } = useLanguage()
  const route = useRoute()
  // The screens stand below this: it hears of nothing that happens with every key typed in them.
  const alive = useAlive()
  const about = useQuery('app.about', {})
  const undo = useUndo()
  const [searching, setSearching] = useState(false)
  const [helping, setHelping] = useState(false)
  const main = useRef<HTMLElement>(null)
  const openExample = useJob('app.openExample', { label: t('frame.openingExample'), quiet: true })
  const leaveExample = useJob('app.leaveExample', { label: t('frame.leavingExample'), quiet: true })
  const isExample = about.data?.example === true

  useFrameKeys({ onSearch: () => setSearching(true), onHelp: () => setHelping(true), onUndo: () => void undo() })
  const commands = useMemo(
    () => [
      ...PLACES.map((place, at) => ({ id: `go.${place}`, label: t('frame.goTo', { place: t(PLACE_WORDS[place]) }), keys: `Alt+${at + 1}`, run: () => go(place) })),
      ...PARTS.map(([place, part, word]) => ({ id: `go.${place}.${part}`, label: t('frame.goTo', { place: `${t(PLACE_WORDS[place])}: ${t(word)}` }), run: () => go(place, [part]) })),
      { id: 'undo', label: t('frame.keyUndo'), keys: 'Ctrl+Z', run: () => void undo() },
      { id: 'language', label: t('frame.changeLanguage'), run: () => setLanguage(language === 'es' ? 'en' : 'es') },
      isExample
        ? { id: 'example', label: t('frame.leaveExample'), run: () => void leaveExample.run({}) }
        : { id: 'example', label: t('frame.openExample'), run: () => void openExample.run({}) },
      { id: 'help', label: t('frame.shortcuts'), keys: 'F1', run: () => setHelping(true) },
    ],
    [t, undo, language, setLanguage, isExample, leaveExample, openExample],
  )
  useCommands(commands)
  useEffect(() => {
    document.title = `${t(PLACE_WORDS[route.place])} · ${t('frame.app')}`
    main.current?.scrollTo({ top: 0 })
    // Who came by a key or a link that is gone goes on from the screen, not from the top of the window.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [route.place, t])

  const Shown = SCREENS[route.place]
  return (
    <div className={style['frame']}>
      <a href="#main" className={style['skip']} onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t('frame.skip')}
      </a>
      <Rail place={route.place} />
      <TopBar route={route} who={about.data?.who} onSearch={() => setSearching(true)} onHelp={() => setHelping(true)} />
      <main id="main" ref={main} tabIndex={-1} className={style['main']}>
        {!alive && <ConnectionLost />}
        <ExampleFailed error={openExample.error ?? leaveExample.error} onClose={() => (openExample.forget(), leaveExample.forget())} />
        <div className={style['shown']}>
          <Shown key={`${route.place}${isExample}`} />
        </div>
      </main>
      <StatusLine banner={isExample ? <ExampleBanner leaving={leaveExample.running} onLeave={() => void leaveExample.run({})} /> : undefined} />
      <Palette open={searching} onClose={() => setSearching(false)} />
      <Shortcuts open={helping} onClose={() => setHelping(false)} />
      <Toasts />
    </div>
  )
}
