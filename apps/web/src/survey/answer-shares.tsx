import { SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, wordsIn } from '../ui/index.js';
import type { Cell, Report } from './report.js';
import { stepsOf } from './report-view.js';
import { ChangeText } from './score-text.js';
import classes from './survey.module.css';

/** How a group answered each question, in shares that sum to 100. */
export function AnswerShares({ report, groupId }: { report: Report; groupId: string }) {
  const { t } = useTranslation('survey');
  const cells = report.wave.questions.flatMap(({ id }) =>
    report.cells.filter((cell) => cell.item === id && cell.groupId === groupId),
  );
  if (!cells.length) return <Text c="dimmed">{t('answers.none')}</Text>;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
      {cells.map((cell) => (
        <Shares key={cell.item} cell={cell} />
      ))}
    </SimpleGrid>
  );
}

function Shares({ cell }: { cell: Cell }) {
  const { t, i18n } = useTranslation('survey');
  const { mean, number } = useFormat();
  const { question, shares } = cell;
  if (!question || !shares) return null;
  const labelOf = (step: unknown, i: number) =>
    question.kind === 'agreement'
      ? t(`agreement.${i + 1}` as 'agreement.1')
      : wordsIn(step, i18n.language);
  return (
    <div>
      <Title order={3} size="h4">
        {wordsIn(question.text, i18n.language)}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('people', { count: cell.people })}
        {cell.mean !== null && ` · ${t('mean', { mean: mean(cell.mean) })}`}
      </Text>
      <ChangeText cell={cell} />
      <dl style={{ margin: 0 }}>
        {stepsOf(question).map((step, i) => (
          <div
            key={i}
            className={classes.share}
            data-numbers={typeof step === 'number' && question.kind !== 'agreement'}
          >
            <Text component="dt" size="sm">
              {labelOf(step, i)}
            </Text>
            <div className={classes.bar} style={{ width: `${shares[i]}%` }} aria-hidden />
            <Text component="dd" m={0} size="sm" ta="end" className="figure">
              {t('percent', { value: number(shares[i] ?? 0, 0) })}
            </Text>
          </div>
        ))}
      </dl>
    </div>
  );
}
