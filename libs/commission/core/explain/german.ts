import { correctionInGerman } from './correction.js';
import type { Sentences } from './explain.js';
import type { Figures } from './figures.js';

const measured: Readonly<Record<string, string>> = {
  quota: 'deiner Quote',
  target: 'deines Zielgehalts',
  amount: 'deines Umsatzes',
  margin: 'Deckungsbeitrag',
  count: 'Abschlüssen',
  quantity: 'Stück',
  marginShare: 'Deckungsbeitrag am Betrag',
  score: 'der Bewertung',
};

function band(f: Figures): string {
  const of = measured[f.detail.basis?.of ?? 'quota'] ?? '';
  const range = f.to === null ? `über ${f.from}` : `zwischen ${f.from} und ${f.to}`;
  return f.detail.basis ? `${range} ${of}` : `${range} ${of} von ${f.quota}`;
}

/** „5 % von 100,00 €“ oder „3 Stück zu je 2,00 €“. */
const rateOf = (f: Figures): string =>
  f.things ? `${counted(f)} zu je ${f.rate}` : `${f.rate} von ${f.base}`;

function counted({ things, base }: Figures): string {
  if (things === 'quantity') return `${base} Stück`;
  return `${base} ${base === '1' ? 'Abschluss' : 'Abschlüsse'}`;
}

function tier(f: Figures): string {
  const { mode, fixed } = f.detail;
  if (mode === 'retroactive')
    return fixed
      ? `Deine Summe hat die Stufe ${band(f)} erreicht, die einmal ${f.amount} bringt.`
      : `Deine Summe hat die Stufe ${band(f)} erreicht. Ihr Satz gilt für alles: ${rateOf(f)} sind ${f.amount}.`;
  if (mode === 'running')
    return fixed
      ? `Mit diesem Abschluss liegt deine Summe ${band(f)}; dafür gibt es ${f.amount}.`
      : `Mit diesem Abschluss liegt deine Summe ${band(f)}. Der ganze Abschluss bringt diesen Satz: ${rateOf(f)} sind ${f.amount}.`;
  return f.things
    ? `Von diesem Abschluss liegen ${counted(f)} ${band(f)}, zu je ${f.rate}: ${f.amount}.`
    : `${f.base} dieses Abschlusses liegen ${band(f)}. Dieser Teil bringt ${f.rate}: ${f.amount}.`;
}

function limit({ detail: { cap }, money, percent, amount }: Figures): string {
  if (cap?.on === 'attainment')
    return `Die Zielerreichung zählt bis ${percent(cap.at)}; was darüber liegt, ändert deine Zahlung um ${amount}.`;
  return `Höchstens ${money(cap?.at ?? '0')} werden gezahlt, verdient wurden ${money(cap?.of ?? '0')}; gekürzt wird um ${amount}.`;
}

const roundings: Readonly<Record<string, string>> = {
  'half-even': 'eine genaue Hälfte zur geraden Nachbarzahl',
  'half-up': 'eine genaue Hälfte nach oben',
};

const dates = {
  booked: 'Dieser Abschluss zählt an dem Tag, an dem er gebucht wurde:',
  invoiced: 'Dieser Abschluss zählt am Tag seiner Rechnung:',
  paid: 'Dieser Abschluss zählt, wie der Kunde zahlt; dieser Teil kam am',
};

export const german: Sentences = {
  tier,
  cap: limit,
  flat: (f) => `${rateOf(f)} sind ${f.amount}.`,
  rate: (f) =>
    f.detail.fixed
      ? `Die Regel, die am besten zu diesem Abschluss passt, bringt fest ${f.amount}.`
      : `Die Regel, die am besten zu diesem Abschluss passt, bringt ${rateOf(f)}: ${f.amount}.`,
  matrix: (f) =>
    `Bei ${(f.detail.cell ?? []).join(' und ')} bringt die Tabelle ${rateOf(f)}: ${f.amount}.`,
  formula: (f) => `Die Formel ${f.detail.expression ?? ''} ergibt ${f.base}.`,
  spiff: (f) =>
    f.detail.measure === 'quantity'
      ? `${rateOf(f)} sind ${f.amount}.`
      : `Jeder Abschluss dieses Produkts bringt einen festen Bonus von ${f.amount}.`,
  override: (f) =>
    `Deinen Teams wurden in diesem Zeitraum ${f.base} gutgeschrieben. Du erhältst davon ${f.rate}: ${f.amount}.`,
  curve: (f) =>
    f.detail.attainment === undefined
      ? `Die Quote ist 0, daher wird der Zielbetrag von ${f.base} gezahlt: ${f.amount}.`
      : `Du stehst bei ${f.percent(f.detail.attainment)}. Dort bringt die Kurve ${f.rate} des Zielbetrags von ${f.base}: ${f.amount}.`,
  bonus: (f) =>
    f.detail.expression === undefined
      ? `In diesem Zeitraum erhältst du ${f.amount}.`
      : `Du erhältst einen Bonus von ${f.amount}, denn es gilt: ${f.detail.expression}.`,
  objective: (f) =>
    `Vom Ziel „${f.detail.part ?? ''}“ wurden ${f.rate} erreicht; der Zielbetrag ist ${f.base}, das bringt ${f.amount}.`,
  pool: (f) =>
    `Das Team teilt ${f.money(f.detail.pool?.size ?? '0')} unter ${f.detail.pool?.members ?? 0}. Dein Anteil daran ist ${f.percent(f.detail.pool?.share ?? '0')}: ${f.amount}.`,
  trueUp: (f) =>
    f.less
      ? `Mit der Jahressumme von jetzt haben frühere Zeiträume zu viel gebracht: ${f.amount}.`
      : `Mit der Jahressumme von jetzt stehen dir für frühere Zeiträume noch ${f.amount} zu.`,
  gate: (f) =>
    `Die Bedingung ${f.detail.gate ?? ''} ist nicht erfüllt. Ohne sie würden ${f.base} gezahlt.`,
  floor: (f) =>
    `Mindestens ${f.money(f.detail.cap?.at ?? '0')} werden gezahlt, verdient wurden ${f.money(f.detail.cap?.of ?? '0')}; dazu kommen ${f.amount}.`,
  rounding: (f) => `Nur die Summe der Abrechnung wird gerundet; das ändert sie um ${f.amount}.`,
  correction: correctionInGerman,
  before: (f) => `Vor diesem Abschluss waren dir ${f.before} gutgeschrieben.`,
  factor: (of, by, why) => factors[of](by, why),
  dated: (by, day) => `${dates[by]} ${day}${by === 'paid' ? ' an' : ''}.`,
  exchanged: (amount, rate, source, day) =>
    `Der Abschluss lautet auf ${amount}; umgerechnet wurde mit ${rate} (${source}, ${day}).`,
  rounded: (f) =>
    `Das genaue Ergebnis ist ${f.exact}; es wird einmal gerundet, ${roundings[f.rounding] ?? f.rounding}.`,
};

const factors = {
  product: (by: string) => `Das Produkt dieses Abschlusses zählt ${by}-fach.`,
  weight: (by: string) => `Das Gewicht ist ${by}.`,
  accelerator: (by: string) => `Bei deiner Zielerreichung zählt das ${by}-fach.`,
  condition: (by: string, why: string) => `Das zählt ${by}-fach, denn es gilt: ${why}.`,
  proration: (by: string) => `Du warst ${by} des Zeitraums aktiv.`,
};
