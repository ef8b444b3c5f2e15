import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { newestFirst, type Plan } from './plan-fields.js';
import { templateNames, templateOf, written } from './plan-templates.js';

/** Versions of the plan and templates that the text can be replaced by. */
export function StartChoice({
  plan,
  onChoose,
}: {
  plan: Plan | undefined;
  onChoose: (text: string) => void;
}) {
  const { t } = useTranslation('plan');
  const { organization } = useSignedIn();
  const versions = plan ? newestFirst(plan) : [];
  const groups = [
    {
      group: t('versions'),
      items: versions.map(({ id, number }) => ({ value: id, label: t('version', { number }) })),
    },
    {
      group: t('editor.templates'),
      items: templateNames.map((name) => ({
        value: name,
        label: t(`editor.template.${name}`),
      })),
    },
  ];

  function choose(value: string | null) {
    const version = versions.find(({ id }) => id === value);
    const template = templateNames.find((name) => name === value);
    if (version) onChoose(written(version.document));
    if (template) onChoose(written(templateOf(template, organization.currency)));
  }

  return (
    <Select
      label={t('editor.start')}
      placeholder={t('editor.startKeep')}
      data={groups.filter(({ items }) => items.length)}
      value={null}
      onChange={choose}
    />
  );
}
