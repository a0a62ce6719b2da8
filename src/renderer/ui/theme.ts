import { createTheme } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

const seal: MantineColorsTuple = ['#fbefec', '#f3d9d4', '#e6b0a8', '#d8867b', '#cb6155', '#bd4439', '#a8251f', '#8f1c18', '#761512', '#5d0f0d']
const teal: MantineColorsTuple = ['#eaf3f2', '#d3e6e4', '#a8cdca', '#7bb3af', '#559b97', '#36837f', '#1d6d6a', '#145956', '#0e4745', '#093533']
const ink: MantineColorsTuple = ['#f3f4f6', '#e3e6eb', '#c5cad4', '#a4abb9', '#858ea0', '#687287', '#4f596e', '#394358', '#283246', '#1b2436']

/** Paper and seal. Every colour that a screen uses is a variable of `paper.css`; Mantine's own are mapped onto them. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 3 },
  colors: { seal, teal, ink },
  fontFamily: "'Noto Sans', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "'Noto Sans', system-ui, sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontFamily: "'Noto Sans', 'Segoe UI', system-ui, sans-serif",
    fontWeight: '600',
    sizes: { h1: { fontSize: '28px' }, h2: { fontSize: '20px' }, h3: { fontSize: '16px' }, h4: { fontSize: '14px' } },
  },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--lift)', lg: 'var(--lift)', xl: 'var(--lift)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    // The page never scrolls as a whole; locking it would write a style without the nonce.
    Modal: { defaultProps: { centered: true, lockScroll: false, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.35, color: '#1b2436' } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})

/** Mantine's variables, told in those of `paper.css`, which follow light, dark and high contrast by themselves. */
export const paperVariables: CSSVariablesResolver = () => {
  const mapped = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-anchor': 'var(--teal)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-line-height': '1.45',
  }
  return { variables: {}, light: mapped, dark: mapped }
}
