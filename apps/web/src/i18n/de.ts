/** Every German catalogue, by file name: one namespace for each slice. */
export const catalogues = import.meta.glob('./de/*.json', { eager: true, import: 'default' });
