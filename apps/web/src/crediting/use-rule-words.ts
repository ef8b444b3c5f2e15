import { parseMoney } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Rule } from './crediting.js';
import { listConditions } from './rule-view.js';

const digits = 10;

/** What a rule does and for which deals, as sentences. */
export function useRuleWords() {
  const { t } = useTranslation('crediting');
  const { percent, money } = useFormat();

  function effect({ document, named }: Rule): string {
    const nameOf = (id: string) =>
      id === 'owner' ? t('owner') : (named.find((each) => each.id === id)?.name ?? id);
    switch (document.kind) {
      case 'owner':
        return t('effect.owner');
      case 'split':
        return t('effect.split', {
          shares: document.shares
            .map(({ payee, share }) => `${nameOf(payee)} ${percent(share, digits)}`)
            .join(', '),
        });
      case 'overlay':
        return t('effect.overlay', {
          name: nameOf(document.payee),
          share: percent(document.share, digits),
        });
      case 'territory':
        return document.onTop
          ? t('effect.overlay', {
              name: nameOf(document.payee),
              share: percent(document.onTop, digits),
            })
          : t('effect.territory', { name: nameOf(document.payee) });
      case 'rollUp':
        return [
          t(document.levels ? 'effect.rollUp' : 'effect.noRollUp', { count: document.levels }),
          ...(document.overlays && document.levels ? [t('effect.overlaysToo')] : []),
        ].join(' ');
    }
  }

  function condition({ document: { when }, named }: Rule): string {
    const { owners, amountAtLeast } = when;
    const parts = [
      ...listConditions.flatMap((name) =>
        when[name] ? [t(`when.${name}`, { names: when[name].join(', ') })] : [],
      ),
      ...(owners
        ? [
            t('when.owners', {
              names: owners
                .map((id) => named.find((each) => each.id === id)?.name ?? id)
                .join(', '),
            }),
          ]
        : []),
      ...(amountAtLeast
        ? [
            t('when.amountAtLeast', {
              amount: money(
                parseMoney(amountAtLeast.amount, amountAtLeast.currency).toString(),
                amountAtLeast.currency,
              ),
            }),
          ]
        : []),
    ];
    return parts.length ? parts.join(' · ') : t('when.always');
  }

  return { effect, condition };
}
