/** Every English catalogue, by file name: one namespace for each slice. */
export const catalogues = import.meta.glob('./en/*.json', { eager: true, import: 'default' });
