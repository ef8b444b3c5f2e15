import { roles } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { tenures } from './survey-draft.js';

type Named = { readonly dimension: string; readonly name: string };

/** Groups in the reader's words: teams and regions have names, roles and tenures are translated. */
export function useGroupName(): (group: Named) => string {
  const { t } = useTranslation(['survey', 'shell']);
  return ({ dimension, name }) => {
    if (dimension === 'all') return t('everybody');
    const role = dimension === 'role' && roles.find((each) => each === name);
    if (role) return t(`shell:role.${role}`);
    const tenure = dimension === 'tenure' && tenures.find((each) => each === name);
    return tenure ? t(`tenure.${tenure}`) : name;
  };
}
