import {
  Badge,
  Card,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Paper,
  Tabs,
} from '@mantine/core';

const laurel: MantineColorsTuple = [
  '#f0f6f1',
  '#dfece2',
  '#bdd8c4',
  '#97c2a4',
  '#74ab86',
  '#56946d',
  '#3a7954',
  '#2c6546',
  '#1f5038',
  '#143a29',
];

const gold: MantineColorsTuple = [
  '#fdf6e3',
  '#f9ebc4',
  '#f2d98d',
  '#eac654',
  '#e0b12a',
  '#c99614',
  '#a0720a',
  '#7d5a09',
  '#624609',
  '#463208',
];

/** Warm paper instead of cold steel. */
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0e9',
  '#e8e4da',
  '#dad5c8',
  '#bfb9aa',
  '#99958a',
  '#716e65',
  '#56534c',
  '#3d3b36',
  '#262521',
];

/** Night in a laurel grove: near black with a little green. */
const dark: MantineColorsTuple = [
  '#e8ece8',
  '#cbd2cc',
  '#a9b3ab',
  '#849087',
  '#5b675f',
  '#3b463f',
  '#252e29',
  '#1a211d',
  '#131815',
  '#0c100e',
];

export const theme = createTheme({
  colors: { laurel, gold, gray, dark },
  primaryColor: 'laurel',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: {
    fontFamily: "'Fraunces Variable', Georgia, 'Times New Roman', serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '2rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  radius: { md: '10px', lg: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Card: Card.extend({ defaultProps: { radius: 'lg', padding: 'lg', withBorder: true } }),
    Tabs: Tabs.extend({
      vars: () => ({ root: { '--tabs-color': 'var(--mantine-color-anchor)' } }),
    }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Badge: Badge.extend({ defaultProps: { radius: 'sm', variant: 'light', tt: 'none', fw: 600 } }),
  },
});

/** Contrast of secondary text, of red text under the pointer and of white on red is 4.5:1 or better, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbf9f5',
    '--mantine-color-text': '#22251f',
    '--mantine-color-dimmed': '#5f625a',
    '--mantine-color-placeholder': '#6f7168',
    '--mantine-color-anchor': laurel[7],
    '--mantine-color-red-light-hover': '#ffecec',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    '--laurel-card': '#ffffff',
    '--laurel-sidebar': laurel[9],
    '--laurel-line': gray[2],
    '--laurel-win': gold[7],
    '--laurel-win-soft': gold[0],
  },
  dark: {
    '--mantine-color-body': dark[8],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-anchor': laurel[3],
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    '--laurel-card': dark[7],
    '--laurel-sidebar': '#0d1a13',
    '--laurel-line': dark[6],
    '--laurel-win': gold[3],
    '--laurel-win-soft': '#2b2413',
  },
});
