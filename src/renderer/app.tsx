import { MantineProvider } from '@mantine/core'
import type { Api } from './api.ts'
import { ApiProvider } from './api.ts'
import { Frame } from './frame/frame.tsx'
import { LanguageProvider } from './language.tsx'
import { paperVariables, theme } from './ui/theme.ts'

/** The host writes a new nonce into the page at each load; only styles that carry it are applied. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

export function App(props: { readonly api: Api }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={paperVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <LanguageProvider>
        <ApiProvider api={props.api}>
          <Frame />
        </ApiProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
