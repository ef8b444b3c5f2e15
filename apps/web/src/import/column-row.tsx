import { Badge, Card, Code, Grid, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choiceOf, columnOf, formatsOf, isAmbiguous, isUndecided } from './column-choice.js';
import type { ColumnChoice, Layout } from './import-fields.js';
import { useReading } from './reading.js';

/** Shares of the width: the file's side, and Laurel's. */
const file = { base: 12, sm: 5 };
const target = { base: 12, sm: 7 };

/** What stands on which side, where there is room for two. */
export function ColumnTitles() {
  const { t } = useTranslation('import');
  return (
    <Grid gap="md" px="md" visibleFrom="sm" aria-hidden>
      <Grid.Col span={file}>
        <Text size="sm" c="dimmed">
          {t('columns.inFile')}
        </Text>
      </Grid.Col>
      <Grid.Col span={target}>
        <Text size="sm" c="dimmed">
          {t('columns.inLaurel')}
        </Text>
      </Grid.Col>
    </Grid>
  );
}

type Props = {
  readonly layout: Layout;
  readonly choice: ColumnChoice;
  readonly doubled: boolean;
  readonly onChange: (choice: ColumnChoice) => void;
};

/** One column of the file: its name and samples, where it goes, and how it is read. */
export function ColumnRow({ layout, choice, doubled, onChange }: Props) {
  const { t } = useTranslation('import');
  const undecided = isUndecided(layout, choice);
  const samples = columnOf(layout, choice.column)?.samples ?? [];
  return (
    <Card
      padding="md"
      component="section"
      aria-label={choice.column}
      style={
        undecided || doubled ? { borderColor: 'var(--laurel-win)', borderWidth: 2 } : undefined
      }
    >
      <Grid align="flex-start" gap="md">
        <Grid.Col span={file}>
          <Group gap="xs">
            <Text fw={600}>{choice.column}</Text>
            {undecided && <Badge color="gold">{t('columns.choose')}</Badge>}
          </Group>
          <Samples samples={samples} />
        </Grid.Col>
        <Grid.Col span={target}>
          <FieldSelect layout={layout} choice={choice} doubled={doubled} onChange={onChange} />
          <FormatChoice layout={layout} choice={choice} samples={samples} onChange={onChange} />
        </Grid.Col>
      </Grid>
    </Card>
  );
}

function Samples({ samples }: { samples: readonly string[] }) {
  const { t } = useTranslation('import');
  const shown = samples.filter(Boolean).slice(0, 3);
  if (shown.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('columns.empty')}
      </Text>
    );
  return (
    <Group gap={6} mt={4}>
      {shown.map((sample, i) => (
        <Code key={i} style={{ overflowWrap: 'anywhere' }}>
          {sample}
        </Code>
      ))}
    </Group>
  );
}

function FieldSelect({ layout, choice, doubled, onChange }: Props) {
  const { t } = useTranslation('import');
  const options = layout.fields.map(({ name, required }) => ({
    value: name,
    label: t(`field.${name}`, { defaultValue: name }) + (required ? ' *' : ''),
  }));
  return (
    <Select
      aria-label={t('columns.goesTo', { column: choice.column })}
      data={options}
      value={choice.field}
      placeholder={t('columns.leaveOut')}
      error={doubled ? t('columns.twice') : undefined}
      searchable
      clearable
      onChange={(field) => onChange(choiceOf(layout, choice.column, field))}
    />
  );
}

/** What the format makes of a sample; and where several fit, which of them is meant. */
function FormatChoice({
  layout,
  choice,
  samples,
  onChange,
}: Omit<Props, 'doubled'> & { samples: readonly string[] }) {
  const { t } = useTranslation('import');
  const read = useReading();
  const formats = formatsOf(layout, choice.column, choice.field);
  const sample = samples.find(Boolean) ?? '';
  if (formats.length === 0 || !sample) return null;
  if (!isAmbiguous(layout, choice.column, choice.field))
    return (
      <Text size="sm" c="dimmed" mt={6}>
        {t('columns.reading', { sample, read: read(sample, choice.format ?? formats[0]!) })}
      </Text>
    );
  return (
    <Radio.Group
      mt="sm"
      label={t('columns.readAs')}
      value={choice.format}
      onChange={(format) => onChange({ ...choice, format })}
    >
      <Stack gap={6} mt={4}>
        {formats.map((format) => (
          <Radio
            key={format}
            value={format}
            label={t('columns.reading', { sample, read: read(sample, format) })}
            description={t(`format.${format}`, { defaultValue: format })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
