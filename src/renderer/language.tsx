import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { say } from '../shared/messages/messages.ts'
import type { Language, MessageKey, ParamsOf } from '../shared/messages/messages.ts'
import { recall, remember } from './remembered.ts'

export type Text = <K extends MessageKey>(key: K, ...params: ParamsOf<K>) => string

interface Spoken {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly t: Text
}

const LanguageContext = createContext<Spoken | null>(null)

export function LanguageProvider(props: { readonly children: ReactNode; readonly initial?: Language }) {
  const [language, setLanguage] = useState<Language>(() => props.initial ?? rememberedLanguage())
  const spoken = useMemo<Spoken>(() => {
    document.documentElement.lang = language
    return {
      language,
      setLanguage: (next) => {
        remember('language', next)
        setLanguage(next)
      },
      t: (key, ...params) => say(language, key, ...params),
    }
  }, [language])
  return <LanguageContext value={spoken}>{props.children}</LanguageContext>
}

/** The language chosen on this computer: also the one in which the core answers. */
export function rememberedLanguage(): Language {
  return recall('language') === 'en' ? 'en' : 'es'
}

/** `t('people.title')`: the sentence of that key in the language of the person. */
export function useText(): Text {
  return useLanguage().t
}

/** The language of the screens, and the way to change it; remembered on this computer. */
export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext)
  if (spoken === null) throw new Error('no LanguageProvider above')
  return spoken
}
