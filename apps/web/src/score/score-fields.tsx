import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PersonAvatar, useFormat, wordsIn } from '../ui/index.js';
import { PercentInput } from '../ui/percent-input.js';
import draftClasses from '../ui/draft.module.css';
import classes from './score.module.css';
import type { ScoreDraft } from './use-score-draft.js';
import type { ObjectiveScore, ScoreRow } from './use-score-sheet.js';

type Props = { readonly row: ScoreRow; readonly draft: ScoreDraft; readonly mine: boolean };

/** A person and a field for each objective; one's own are only shown. */
export function ScoreFields({ row, draft, mine }: Props) {
  const { t } = useTranslation('score');
  return (
    <Stack component="li" gap="sm" className={classes.person}>
      <Group gap="sm" wrap="nowrap">
        <PersonAvatar name={row.member.name} />
        <div>
          <Text fw={600}>{row.member.name}</Text>
          {mine && (
            <Text size="sm" c="dimmed">
              {t('self')}
            </Text>
          )}
        </div>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        {row.scores.map((score) => (
          <Field key={score.objective} row={row} score={score} draft={draft} mine={mine} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Field({ row, score, draft, mine }: Props & { score: ObjectiveScore }) {
  const { t } = useTranslation('score');
  const { language } = useFormat();
  const { id: memberId, name } = row.member;
  const { objective, score: saved, title, note } = score;
  const label = title ? wordsIn(title, language) : objective;
  const typed = draft.typed(memberId, objective);
  const value = typed ? typed.score : saved;
  return (
    <PercentInput
      className={typed && typed.score !== saved ? draftClasses.changed! : ''}
      label={label}
      aria-label={t('of', { objective: label, name })}
      description={note}
      inputWrapperOrder={['label', 'input', 'description']}
      placeholder={t('open')}
      readOnly={mine}
      value={value}
      onChange={(next) => draft.put({ memberId, objective, saved, score: next })}
    />
  );
}
