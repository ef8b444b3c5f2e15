import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { PlanRule } from './plan-rule.js';

/** A rule in a sentence: whom it is for, and from when to when. */
export function useRuleWords() {
  const { t } = useTranslation('plan-rule');
  const { day } = useFormat();
  const who = ({ role, team, below, region }: Omit<PlanRule, 'id' | 'from' | 'to'>): string =>
    [
      t(`who.${role ?? 'anybody'}`),
      team && t(below ? 'teamBelow' : 'team', { team: team.name }),
      region && t('region', { region }),
    ]
      .filter(Boolean)
      .join(' ');
  const when = ({ from, to }: { from: string; to: string | null }): string =>
    to ? t('fromTo', { from: day(from), to: day(to) }) : t('since', { from: day(from) });
  return { who, when };
}
