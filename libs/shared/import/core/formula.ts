/** What spreadsheets take for the start of a formula, also behind blanks and in full width. */
const formulaStart = /^\s*[=+\-@\t\r\n|%＝＋－＠]/;

/** Text that a spreadsheet shows as text; never use it on a column of numbers. */
export const withoutFormula = (text: string): string =>
  formulaStart.test(text) ? `'${text}` : text;
