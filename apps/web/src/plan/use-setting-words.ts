import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { stepsOf } from './json-place.js';

/** Settings whose text is a share of something: shown in percent. */
const shares = new Set(['rate', 'share', 'discount', 'weight']);

/** Names of settings and what they say, as somebody reads them who does not read JSON. */
export function useSettingWords() {
  const { t } = useTranslation(['plan', 'plan-setting']);
  const { percent } = useFormat();
  const name = (key: string) => t(`plan-setting:name.${key}`, { defaultValue: key });

  /** "Tiers 2 · Rate" */
  const path = (text: string): string => {
    const steps = stepsOf(text);
    return steps
      .flatMap((step, i) => {
        if (typeof step === 'number') return [];
        const next = steps[i + 1];
        return typeof next === 'number'
          ? [t('plan:compare.place', { name: name(step), number: next + 1 })]
          : [name(step)];
      })
      .join(' · ');
  };

  const value = (at: string, said: unknown): string => {
    const key = stepsOf(at).findLast((step) => typeof step === 'string') ?? '';
    return spoken(said, String(key));
  };

  function spoken(said: unknown, key: string): string {
    if (Array.isArray(said)) return said.map((each) => spoken(each, key)).join('; ');
    if (typeof said === 'object' && said !== null)
      return Object.entries(said)
        .map(([inner, each]) => `${name(inner)}: ${spoken(each, inner)}`)
        .join(', ');
    if (typeof said === 'string' && shares.has(key) && /^[\d.]+$/.test(said))
      return percent(said, 4);
    return t(`plan-setting:value.${key}.${said}`, { defaultValue: String(said) });
  }

  return { path, value };
}
