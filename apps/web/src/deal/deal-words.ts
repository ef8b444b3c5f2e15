import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Deal } from './deal-fields.js';
import type { DealValues } from './deal-values.js';

/** What forms change of a deal. */
export type DealField = keyof DealValues | 'splits';

/** What a field of a deal is called, and what it says, in the reader's language. */
export function useDealWords() {
  const { t } = useTranslation('deal');
  const { money, day, number, percent } = useFormat();
  const shareText = ({ payee, share, kind }: Deal['splits'][number]) =>
    `${payee.name} ${kind === 'overlay' ? '+' : ''}${percent(share, 10)}`;
  const named = { price: t('column.amount'), splits: t('split.shares') };
  const said = (deal: Deal, field: DealField): string | null | undefined => {
    if (field === 'price') return money(deal.amount, deal.currency);
    if (field === 'status') return t(`status.${deal.status}`);
    if (field === 'splits') return deal.splits.map(shareText).join(', ');
    if (field === 'contractMonths') return deal[field] === null ? null : number(deal[field]);
    if (field === 'owner' || field === 'account' || field === 'product') return deal[field]?.name;
    return field.endsWith('On') && deal[field] ? day(deal[field]) : deal[field];
  };
  return {
    shareText,
    label: (field: DealField) =>
      field === 'price' || field === 'splits' ? named[field] : t(`column.${field}`),
    text: (deal: Deal, field: DealField) => said(deal, field) || '–',
  };
}
