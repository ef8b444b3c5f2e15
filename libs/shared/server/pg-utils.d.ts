declare module 'pg/lib/utils.js' {
  /** How a value is sent: as text, as bytes, or not at all. */
  const utils: { prepareValue: (value: unknown) => string | Buffer | null };
  export default utils;
}
