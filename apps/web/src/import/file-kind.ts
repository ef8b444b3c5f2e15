import type { ImportKind } from './import-fields.js';

/** The order in which files build on each other: deals name people, products and accounts. */
export const kindOrder: readonly ImportKind[] = [
  'person',
  'product',
  'account',
  'exchangeRate',
  'deal',
  'quota',
  'payment',
  'score',
  'targetPay',
];

/** Words of a header (or file name) that speak for a kind; the first kind with the most wins. */
const signs: Readonly<Record<ImportKind, RegExp>> = {
  deal: /opportunit|deal|stage|close[_ ]?(date|value)|abschluss|phase|auftrag|chance/g,
  person: /manager|e-?mail|role|hire|vorgesetzt|rolle|eintritt|mitarbeiter|team|office|agent/g,
  product: /series|list[_ ]?price|sales[_ ]?price|sku|product|serie|listenpreis|produkt|artikel/g,
  account: /sector|industry|employees|revenue|subsidiary|branche|umsatz|account|kunde|firma/g,
  exchangeRate:
    /exchange|wechselkurs|\bkurs|\brates?\b|\bfrom\b|\bto\b|\bfx\b|\bnach\b|w[äa]hrung/g,
  payment: /payment|paid|received|receipt|zahlung|eingang|wertstellung|beleg/g,
  score: /score|objective|milestone|\bmbo\b|reached|bewertung|zielname|meilenstein|erreicht/g,
  targetPay:
    /target[ _-]?(pay|incentive)|\bote\b|variable|zielverdienst|zielpr[äa]mie|zielgehalt|period|quarter|quartal|zeitraum/g,
  quota:
    /quota|target(?![ _-]?(pay|incentive))|period|quarter|ziel(?!verdienst|pr[äa]mie|gehalt)|vorgabe|quartal|zeitraum/g,
};

/** Most telling first, so that a tie between a deal file and the things it names is a deal file. */
const byWeight: readonly ImportKind[] = [
  'deal',
  'payment',
  'score',
  'quota',
  'targetPay',
  'person',
  'account',
  'product',
  'exchangeRate',
];

/** What a file holds, guessed from its name and its header line. */
export function guessKind(fileName: string, header: string): ImportKind {
  const text = `${fileName} ${header}`.toLowerCase();
  const count = (kind: ImportKind) => text.match(signs[kind])?.length ?? 0;
  return byWeight.reduce((best, kind) => (count(kind) > count(best) ? kind : best));
}

/** The first line of a file, whatever its encoding; enough to guess by. */
export async function headerOf(file: File): Promise<string> {
  const start = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const text = new TextDecoder(encodingOf(start)).decode(start);
  return text.split(/\r?\n/, 1)[0] ?? '';
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
