/**
 * German for what the check of plans says, by its English words; `{}` holds what stands in the same place. Values,
 * names and examples are the same in both languages.
 */
const sentences: Readonly<Record<string, string>> = {
  'Expected one of {}.': 'Erwartet eines von {}.',
  'Expected one of the shapes {}.': 'Erwartet eine der Formen {}.',
  'Write the {} as text in quotation marks, such as {}.':
    'Schreib {} als Text in Anführungszeichen, etwa {}.',
  'Expected a {} of 0 or more, such as {}, with at most 10 decimals.':
    'Erwartet: {} von 0 oder mehr, etwa {}, mit höchstens 10 Nachkommastellen.',
  'Expected the name of a product, or a condition in "when".':
    'Erwartet der Name eines Produkts oder eine Bedingung in "when".',
  'Expected the name of a product.': 'Erwartet der Name eines Produkts.',
  'Expected the name of a component.': 'Erwartet der Name eines Bausteins.',
  'Expected the name of the score.': 'Erwartet der Name der Bewertung.',
  'Expected the name of a {}.': 'Erwartet ein Name: {}.',
  'Expected a name of letters and digits, such as {}.':
    'Erwartet ein Name aus Buchstaben und Ziffern, etwa {}.',
  'Expected a short name of small letters, digits and hyphens, such as {}.':
    'Erwartet ein kurzer Name aus kleinen Buchstaben, Ziffern und Bindestrichen, etwa {}.',
  'Expected a short name, such as {}.': 'Erwartet ein kurzer Name, etwa {}.',
  'Expected a title in both languages: {}.': 'Erwartet ein Titel in beiden Sprachen: {}.',
  'Expected the title in English.': 'Erwartet der englische Titel.',
  'Expected the title in German.': 'Erwartet der deutsche Titel.',
  'Expected a whole number of levels from 1 to 20.':
    'Erwartet eine ganze Zahl von 1 bis 20 Ebenen.',
  'Expected a whole number.': 'Erwartet eine ganze Zahl.',
  'Expected 0 or more.': 'Erwartet 0 oder mehr.',
  'Expected true or false.': 'Erwartet true oder false.',
  'Expected a day such as {}.': 'Erwartet ein Tag wie {}.',
  'Expected a currency code such as {}.': 'Erwartet ein Währungskürzel wie {}.',
  'Expected a list of tiers.': 'Erwartet eine Liste von Stufen.',
  'Expected a list of shares of the quota.': 'Erwartet eine Liste von Anteilen der Quote.',
  'Expected a list of multipliers.': 'Erwartet eine Liste von Faktoren.',
  'Expected a list of rules.': 'Erwartet eine Liste von Regeln.',
  'Expected a list of rows.': 'Erwartet eine Liste von Zeilen.',
  'Expected a list of points.': 'Erwartet eine Liste von Punkten.',
  'Expected a list of objectives.': 'Erwartet eine Liste von Zielen.',
  'Expected a list of components.': 'Erwartet eine Liste von Bausteinen.',
  'Expected a list of limits.': 'Erwartet eine Liste von Grenzen.',
  'Expected a list of instalments.': 'Erwartet eine Liste von Raten.',
  'Expected a row of rates.': 'Erwartet eine Zeile von Sätzen.',
  'Expected {} rows of rates.': 'Erwartet {} Zeilen von Sätzen.',
  'Expected {} rates in a row.': 'Erwartet {} Sätze in einer Zeile.',
  'Expected names of components.': 'Erwartet Namen von Bausteinen.',
  'Expected names of scores.': 'Erwartet Namen von Bewertungen.',
  'Expected named numbers.': 'Erwartet benannte Zahlen.',
  'Expected kinds of credits.': 'Erwartet Arten von Anrechnungen.',
  'Expected at least one {}.': 'Erwartet mindestens ein Eintrag: {}.',
  'Expected a cap or a floor.': 'Erwartet eine Obergrenze oder eine Untergrenze.',
  'Expected a name.': 'Erwartet ein Name.',
  'Expected either an amount or a share, as text.':
    'Erwartet entweder ein Betrag oder ein Anteil, als Text.',
  'Expected either a rate or an amount, as text.':
    'Erwartet entweder ein Satz oder ein Betrag, als Text.',
  'Expected either an amount or a rate, as text.':
    'Erwartet entweder ein Betrag oder ein Satz, als Text.',
  'Expected an end to spread the amount up to.':
    'Erwartet ein Ende, bis zu dem der Betrag verteilt wird.',
  'Expected an amount in {} of 0 or more, such as {}.':
    'Erwartet ein Betrag in {} von 0 oder mehr, etwa {}.',
  'Expected "payee" or an amount.': 'Erwartet "payee" oder ein Betrag.',
  'Expected "months-left" or a share such as {}.': 'Erwartet "months-left" oder ein Anteil wie {}.',
  'Expected less than {}.': 'Erwartet weniger als {}.',
  'Expected a plan: {}.': 'Erwartet ein Plan: {}.',
  'Expected a limit: {}.': 'Erwartet eine Grenze: {}.',
  'Expected an objective: {}.': 'Erwartet ein Ziel: {}.',
  'Expected another name: this one is for rounding lines.':
    'Erwartet ein anderer Name: dieser gehört den Rundungszeilen.',
  'Expected "retroactive": this component does not pay deal by deal.':
    'Erwartet "retroactive": dieser Baustein zahlt nicht je Abschluss.',
  'Expected "payment": only {} can be capped on attainment.':
    'Erwartet "payment": nur {} lassen sich nach Zielerreichung begrenzen.',
  'Expected {}, where the next {} starts, or "gaps": "pay-nothing".':
    'Erwartet {}, wo der nächste Abschnitt ({}) beginnt, oder "gaps": "pay-nothing".',
  'Expected an {} such as {}.': 'Erwartet: {}, etwa {}.',
  'Expected a {} such as {}.': 'Erwartet: {}, etwa {}.',
  'The first {} must start at "0".': 'Der erste Abschnitt ({}) muss bei "0" beginnen.',
  'Each {} must start above the one before: expected more than {}.':
    'Jeder Abschnitt ({}) muss über dem vorigen beginnen: erwartet mehr als {}.',
  'The {} must end above its start: expected more than {}.':
    'Das Ende ({}) muss über dem Anfang liegen: erwartet mehr als {}.',
  'The shares must total "1".': 'Die Anteile müssen zusammen "1" ergeben.',
  'With the basis {} tiers are {}.': 'Mit "basis": {} sind Stufen {}.',
  'A true-up needs "accumulate": "year".': 'Eine Nachrechnung braucht "accumulate": "year".',
  '{} does not go with "accumulate": "year", which counts the whole quota of the year.':
    '{} geht nicht mit "accumulate": "year", das die ganze Jahresquote zählt.',
  'Another component is called {}. Expected a different name.':
    'Ein anderer Baustein heißt {}. Erwartet ein anderer Name.',
  'Another objective is called {}.': 'Ein anderes Ziel heißt {}.',
  'No component is called {}.': 'Kein Baustein heißt {}.',
  'There is no product {}. Expected the name of one.':
    'Es gibt kein Produkt {}. Erwartet der Name eines Produkts.',
  'Deals are credited on the day they were closed. Expected {}.':
    'Abschlüsse zählen an dem Tag, an dem sie gewonnen wurden. Erwartet {}.',
  'The settings of the organisation do not use this kind.':
    'Die Einstellungen der Organisation nutzen diese Art nicht.',
  '{} is taken. Expected another name.': '{} ist vergeben. Erwartet ein anderer Name.',
  '{} has a multiplier already.': '{} hat schon einen Faktor.',
  '{} stands here already.': '{} steht hier schon.',
  'Unknown: {}. Check the spelling or leave it out.':
    'Unbekannt: {}. Prüf die Schreibweise oder lass es weg.',
  'Line {}, column {}: found {}; expected {}.': 'Zeile {}, Spalte {}: gefunden {}; erwartet {}.',
  'Expected { {} }.': 'Erwartet { {} }.',
};

/** Words that stand in the places. */
const words: Readonly<Record<string, string>> = {
  'share of the quota of the year': 'Anteil an der Jahresquote',
  'share of the quota': 'Anteil an der Quote',
  'share of the target': 'Anteil am Zielbetrag',
  'price list': 'Preisliste',
  parameter: 'Wert',
  rate: 'Satz',
  share: 'Anteil',
  multiplier: 'Faktor',
  weight: 'Gewicht',
  attainment: 'Zielerreichung',
  discount: 'Rabatt',
  amount: 'Betrag',
  quota: 'Quote',
  target: 'Zielbetrag',
  cap: 'Obergrenze',
  floor: 'Untergrenze',
  draw: 'Vorschuss',
  limit: 'Höchststand',
  guarantee: 'Garantie',
  condition: 'Bedingung',
  formula: 'Formel',
  tier: 'Stufe',
  edge: 'Grenze',
  point: 'Punkt',
  component: 'Baustein',
  rule: 'Regel',
  row: 'Zeile',
  objective: 'Ziel',
  milestone: 'Meilenstein',
  instalment: 'Rate',
  accelerator: 'Beschleuniger',
  proration: 'Zeitanteil',
  holdback: 'Einbehalt',
  'claw-back': 'Rückforderung',
  range: 'Bereich',
  series: 'Serie',
  segment: 'Segment',
  region: 'Region',
  score: 'Bewertung',
  slope: 'Steigung',
  threshold: 'Schwelle',
  'a number': 'eine Zahl',
  'a condition': 'eine Bedingung',
  'a condition before "?"': 'eine Bedingung vor "?"',
  'a name': 'ein Name',
  numbers: 'Zahlen',
  conditions: 'Bedingungen',
  'two numbers, or two texts': 'zwei Zahlen oder zwei Texte',
  'two values of the same type': 'zwei Werte gleicher Art',
  'a closing bracket ")"': 'eine schließende Klammer ")"',
  'a closing bracket "]"': 'eine schließende Klammer "]"',
  'a closing quotation mark': 'ein schließendes Anführungszeichen',
  'an operator such as + - * / == != < <= > >= && || in':
    'ein Operator wie + - * / == != < <= > >= && || in',
  'a name, a number, a text in quotation marks or a bracket':
    'ein Name, eine Zahl, ein Text in Anführungszeichen oder eine Klammer',
  'the end of the expression': 'das Ende des Ausdrucks',
  'values of types that go together': 'Werte von Arten, die zusammenpassen',
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patterns = Object.entries(sentences).map(([english, german]) => ({
  pattern: new RegExp(`^${english.split('{}').map(escaped).join('(.+?)')}$`, 's'),
  german,
}));

/** What is wrong with a plan in German; null for words that nobody has put into German. */
export function germanProblem(english: string): string | null {
  for (const { pattern, german } of patterns) {
    const found = pattern.exec(english);
    if (!found) continue;
    let place = 0;
    return german.replaceAll('{}', () => germanWord(found[++place]!));
  }
  return null;
}

const germanWord = (english: string): string =>
  words[english] ?? english.replace(/^one of /, 'eines von ').replaceAll(' or ', ' oder ');
