import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core'

type Paint = { soft: string; strong: string; onStrong: string; text: string }

const paints: Record<string, Paint> = {
  canard: { soft: 'var(--canard-0)', strong: 'var(--canard-7)', onStrong: 'var(--on-accent)', text: 'var(--canard-9)' },
  red: { soft: 'var(--red-0)', strong: 'var(--red-8)', onStrong: 'var(--on-red)', text: 'var(--red-8)' },
  ocre: { soft: 'var(--ocre-0)', strong: 'var(--ocre-8)', onStrong: 'var(--on-accent)', text: 'var(--ocre-8)' },
}

/** Every variant of a button or a badge takes its colours from the tokens, whose pairs are all at least 4.5:1. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const paint = paints[input.color ?? input.theme.primaryColor]
  const variants: Record<string, { background: string; hover: string; color: string; border: string }> | undefined = paint && {
    filled: {
      background: paint.strong,
      hover: `color-mix(in srgb, ${paint.strong}, var(--ink) 22%)`,
      color: paint.onStrong,
      border: `1.5px solid ${paint.strong}`,
    },
    outline: { background: 'transparent', hover: paint.soft, color: paint.strong, border: `1.5px solid ${paint.strong}` },
    light: {
      background: paint.soft,
      hover: `color-mix(in srgb, ${paint.soft}, ${paint.strong} 12%)`,
      color: paint.text,
      border: '1.5px solid transparent',
    },
    subtle: { background: 'transparent', hover: paint.soft, color: paint.strong, border: '1.5px solid transparent' },
  }
  return variants?.[input.variant] ?? defaultVariantColorsResolver(input)
}

const colours = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-error': 'var(--red-8)',
  '--mantine-color-anchor': 'var(--canard-7)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--canard-0)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...colours, '--mantine-color-placeholder': '#5f6773' },
  dark: { ...colours, '--mantine-color-placeholder': '#a0a7b0' },
})

/** A window's head is not the page's: without this, it would be heard as a second banner. */
const notABanner = { header: { role: 'none' } }

const medium = { defaultProps: { size: 'md' } }

export const theme = createTheme({
  primaryColor: 'canard',
  primaryShade: { light: 7, dark: 3 },
  colors: {
    canard: ['#e6f5f2', '#cfe9e4', '#a1d3c9', '#6fc7b4', '#48a896', '#2a8f7d', '#157a69', '#0b5d51', '#084a41', '#053831'],
    ocre: ['#fdf1e2', '#f9ddbd', '#f5b676', '#f0a659', '#eb9a45', '#d8792b', '#b4540a', '#9d4b05', '#8f4300', '#6b3200'],
    red: ['#fdecea', '#f9d2ce', '#ffb1ab', '#f08d85', '#e0655b', '#c9463b', '#b22f26', '#a6241f', '#9b1c1c', '#6f1212'],
  },
  autoContrast: true,
  luminanceThreshold: 0.35,
  respectReducedMotion: true,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '14px', xl: '24px' },
  breakpoints: { xs: '36em', sm: '47.5625em', md: '62.5625em', lg: '75em', xl: '88em' },
  fontFamily: 'var(--body)',
  headings: {
    fontFamily: 'var(--display)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'clamp(1.7rem, 4.2vw, 2.6rem)', lineHeight: '1.12' },
      h2: { fontSize: '1.35rem', lineHeight: '1.12' },
      h3: { fontSize: '1.08rem', lineHeight: '1.12' },
    },
  },
  variantColorResolver,
  components: {
    Button: medium,
    TextInput: medium,
    PasswordInput: medium,
    Textarea: medium,
    Select: medium,
    NativeSelect: medium,
    Autocomplete: medium,
    MultiSelect: medium,
    TagsInput: medium,
    Checkbox: medium,
    Radio: medium,
    Switch: medium,
    DateInput: medium,
    DateTimePicker: medium,
    NumberInput: { defaultProps: { size: 'md', hideControls: true } },
    Modal: { defaultProps: { centered: true, radius: 'lg', padding: 'lg', attributes: notABanner } },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Drawer: { defaultProps: { attributes: notABanner } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true }, multiline: true, maw: 320 } },
  },
})
