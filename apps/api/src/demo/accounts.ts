import type { Region } from './teams.js';

/** A customer of Alder & Finch. */
export type Account = { readonly name: string; readonly sector: string; readonly region: Region };

const north =
  'Alderbruch Birkholt Dornhagen Eschenkoog Falkensiel Ginsterby Heidmoor Kranichfeen Lerchenau Möwengrund Nebelhorst Ottermarsch Pappelsiel Reetwarder Sanddornhof Tideholm Ulmenkaten Vossmoor Wiekensund Zeisigdamm';
const south =
  'Almrausch Brunnwies Cimarella Distelkogel Edelkar Föhrenschlag Gamsleiten Hagwinkl Innleiten Jochgrund Kastanell Lavendolo Murmelalp Nussgarten Oliveto Pfauenried Quellmoos Rebhügel Steinadler Taufrisch';

const trades = [
  { trade: 'Kliniken', sector: 'Health' },
  { trade: 'Logistik', sector: 'Logistics' },
  { trade: 'Studios', sector: 'Media' },
  { trade: 'Hotels', sector: 'Hospitality' },
  { trade: 'Versicherung', sector: 'Finance' },
  { trade: 'Werke', sector: 'Industry' },
  { trade: 'Akademie', sector: 'Education' },
] as const;

/** Three customers of each name, in different trades: invented places, so that no real firm is meant. */
const accountsOf = (region: Region, places: string): Account[] =>
  places.split(' ').flatMap((place, i) =>
    [0, 2, 5].map((step) => {
      const { trade, sector } = trades[(i + step) % trades.length]!;
      return { name: `${place} ${trade}`, sector, region };
    }),
  );

export const accountsIn: Readonly<Record<Region, readonly Account[]>> = {
  North: accountsOf('North', north),
  South: accountsOf('South', south),
};
