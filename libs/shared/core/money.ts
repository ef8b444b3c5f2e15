/** Minor-unit digits of the ISO 4217 currencies that do not have two. */
const exponents: Readonly<Record<string, number>> = {
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW'),
};

const currencies: ReadonlySet<string> = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
  CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
  GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR
  LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN
  PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
  TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR
  ZMW ZWG`.split(/\s+/),
);

/** What a 64-bit column can hold. */
const largest = 2n ** 63n - 1n;

/** Is this the code of a currency in use (ISO 4217, capitals)? */
export const isCurrency = (code: string): boolean => currencies.has(code);

/** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD. Throws RangeError for an unknown code. */
export function currencyExponent(currency: string): number {
  if (!isCurrency(currency))
    throw new RangeError(`"${currency}" is not a currency code such as EUR.`);
  return exponents[currency] ?? 2;
}

/**
 * Whole minor units of an amount written with a point: "12.5" in EUR is 1250n.
 * Throws RangeError, saying why, for anything else: separators, too many decimals, an amount no column holds.
 */
export function parseMoney(text: string, currency: string): bigint {
  const exponent = currencyExponent(currency);
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is not an amount such as 1234.56.`);
  if (fraction.length > exponent)
    throw new RangeError(`"${text}" has more than the ${exponent} decimals of ${currency}.`);
  const minor = BigInt(whole + fraction.padEnd(exponent, '0'));
  if (minor > largest) throw new RangeError(`"${text}" is larger than any amount Laurel keeps.`);
  return sign ? -minor : minor;
}

/** Plain decimal text of an amount in minor units, for files and programs: 1250n of EUR is "12.50". */
export function formatMoney(minor: bigint, currency: string): string {
  const exponent = currencyExponent(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  const cut = text.length - exponent;
  const sign = minor < 0n ? '-' : '';
  return exponent === 0 ? sign + text : `${sign}${text.slice(0, cut)}.${text.slice(cut)}`;
}

function digits(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, count]));
}
