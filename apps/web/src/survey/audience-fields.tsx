import { roles } from '@laurel/shared/core';
import { MultiSelect, SimpleGrid, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { teamsLedBy, tenures } from './survey-draft.js';
import type { DraftForm } from './survey-editor.js';
import type { Bank } from './survey.js';

/** Who is asked: everybody whom each list names; an empty list names all. */
export function AudienceFields({ form, bank }: { form: DraftForm; bank: Bank }) {
  const { t } = useTranslation(['survey', 'shell', 'action']);
  const { member } = useSignedIn();
  const teams = member.hr ? bank.teams : teamsLedBy(member.id, bank.teams);
  const shared = {
    clearable: true,
    clearButtonProps: { 'aria-label': t('action:clear') },
  };
  return (
    <>
      <Text c="dimmed" size="sm">
        {t(member.hr ? 'editor.audienceAll' : 'editor.audienceTeams')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MultiSelect
          {...shared}
          searchable
          label={t('dimension.team')}
          description={t('editor.teamsLead')}
          required={!member.hr}
          nothingFoundMessage={t('action:nothingFound')}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('teamIds')}
        />
        <TagsInput
          {...shared}
          label={t('dimension.region')}
          description={t('editor.regionsLead')}
          {...form.getInputProps('regions')}
        />
        <MultiSelect
          {...shared}
          label={t('dimension.role')}
          data={roles.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
          {...form.getInputProps('roles')}
        />
        <MultiSelect
          {...shared}
          label={t('dimension.tenure')}
          data={tenures.map((value) => ({ value, label: t(`tenure.${value}`) }))}
          {...form.getInputProps('tenures')}
        />
      </SimpleGrid>
    </>
  );
}
