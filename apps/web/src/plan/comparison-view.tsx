import {
  type ComponentChange,
  type PlanComparison,
  type SettingChange,
} from '@laurel/commission/core';
import { Alert, Badge, Card, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, wordsIn } from '../ui/index.js';
import classes from './plan.module.css';
import { useSettingWords } from './use-setting-words.js';

/** What differs, component by component, the earlier version beside the later one. */
export function ComparisonView({ comparison }: { comparison: PlanComparison }) {
  const { t } = useTranslation('plan');
  const { language } = useFormat();
  const { plan, components, reordered } = comparison;
  const titleOf = ({ before, after }: ComponentChange) =>
    wordsIn((after ?? before)!.title, language);
  const same = components.filter(({ change }) => change === 'same');
  return (
    <Stack>
      {plan.length > 0 && (
        <Card component="section">
          <Title order={2} mb="sm">
            {t('compare.wholePlan')}
          </Title>
          <SettingTable settings={plan} />
        </Card>
      )}
      {components
        .filter(({ change }) => change !== 'same')
        .map((each) => (
          <Card component="section" key={each.name}>
            <Group justify="space-between" mb="sm">
              <Title order={2}>{titleOf(each)}</Title>
              <Badge color={colours[each.change]}>{t(`compare.change.${each.change}`)}</Badge>
            </Group>
            <SettingTable settings={each.settings} />
          </Card>
        ))}
      {reordered && <Alert color="gray">{t('compare.reordered')}</Alert>}
      {same.length > 0 && (
        <Text c="dimmed">{t('compare.unchanged', { names: same.map(titleOf).join(', ') })}</Text>
      )}
    </Stack>
  );
}

const colours = { added: 'laurel', removed: 'red', changed: 'gold', same: 'gray' } as const;

function SettingTable({ settings }: { settings: readonly SettingChange[] }) {
  const { t } = useTranslation('plan');
  const words = useSettingWords();
  return (
    <Table layout="fixed" className={classes.comparison}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('compare.setting')}</Table.Th>
          <Table.Th>{t('compare.before')}</Table.Th>
          <Table.Th>{t('compare.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {settings.map(({ path, before, after }) => (
          <Table.Tr key={path}>
            <Table.Th scope="row">{words.path(path)}</Table.Th>
            <Table.Td>
              <Value value={before} kind="before" path={path} />
            </Table.Td>
            <Table.Td>
              <Value value={after} kind="after" path={path} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type ValueProps = { value: unknown; kind: 'before' | 'after'; path: string };

function Value({ value, kind, path }: ValueProps) {
  const { t } = useTranslation('plan');
  const words = useSettingWords();
  if (value === undefined) return <Text c="dimmed">{t('compare.notSaid')}</Text>;
  return <Code className={classes[kind]}>{words.value(path, value)}</Code>;
}
