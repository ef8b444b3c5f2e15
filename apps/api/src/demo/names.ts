/** Whose accounts a visitor gets: they always have these names, whatever the figures say. */
export const leadingNames = {
  admin: 'Mara Lindqvist',
  finance: 'Tobias Ackermann',
  manager: 'Leyla Aydemir',
  rep: 'Jonas Wiegand',
} as const;

/** Everybody else. */
export const names =
  `Anneke de Wit, Arjun Malhotra, Bettina Krause, Bruno Castellani, Camille Fournier,
Chidi Nwosu, Clara Oberhuber, Daan Verhoeven, Dilara Koç, Eirik Solheim, Elif Yalçın, Emeka Okonjo,
Emilia Brandstätter, Fatima Haddad, Felix Sommerfeld, Fenna Dijkstra, Florian Pichler, Giulia Marchetti,
Greta Johannsen, Hana Novotná, Hendrik Petersen, Ilse Vandenberg, Ivo Kovačević, Jakub Wiśniewski,
Jana Reuter, Joaquín Salcedo, Karim Benali, Katharina Moser, Kofi Asante, Lars Tiedemann, Lieke Bakker,
Linh Tran, Lorenzo Ferri, Lucía Navarro, Magdalena Huber, Malte Christiansen, Marek Dvořák, Mei Tanaka,
Mehmet Şimşek, Miriam Goldberg, Nadia Rahmani, Niklas Baumgart, Nina Hollerbach, Oluwaseun Adeyemi,
Paola Bianchi, Patrick Steinmetz, Pia Rasmussen, Priya Raghavan, Rafael Monteiro, Rana Khoury,
Samuel Eichinger, Sofia Lombardi, Stefan Gruber, Tamara Jovanović, Veronika Zeman, Yusuf Demirel`.split(
    /,\s+/,
  );

/** first.last, in letters that every mail system takes. */
export const emailOf = (name: string): string =>
  `${name
    .replace(/ä/g, 'ae')
    .replace(/[öø]/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/ /g, '.')}@alder-finch.example`;
