import type { ReactElement } from 'react'
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import { afterEach } from 'vitest'
import { ApiProvider } from '../../../src/renderer/api.ts'
import { LanguageProvider } from '../../../src/renderer/language.tsx'
import { paperVariables, theme } from '../../../src/renderer/ui/theme.ts'
import { fakeCore } from './fake-client.ts'
import type { FakeAnswers, FakeCore } from './fake-client.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  window.location.hash = ''
})

// There is no layout here: a long list is told that it has a window to be seen through.
for (const [side, pixels] of [['clientHeight', 640], ['clientWidth', 1200]] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels })
}
Element.prototype.scrollTo = () => undefined
// Nor fonts that arrive: boxes that grow with their text listen for them.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() })

/** Shows a screen (or a widget) before a core that gives these answers, at this address (`#/personas`). */
export function renderScreen(screen: ReactElement, answers: FakeAnswers, address = ''): FakeCore {
  window.location.hash = address
  const core = fakeCore(answers)
  render(
    <MantineProvider theme={theme} cssVariablesResolver={paperVariables} env="test">
      <LanguageProvider initial="es">
        <ApiProvider api={core.api}>{screen}</ApiProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
  return core
}
