import { Anchor, Group, List, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { placeOfPoint } from './period-fields.js';

const wide = { width: '100%' };

export type Point = {
  readonly code: string;
  readonly count: number;
  readonly names: readonly string[];
};

/** Each point with its count, and the way to where it is settled. */
export function PeriodChecklist({
  period,
  points,
}: {
  readonly period: string;
  readonly points: readonly Point[];
}) {
  const { t } = useTranslation('period');
  return (
    <>
      <Title order={2} size="h3" mb="md">
        {t('checklist')}
      </Title>
      <List listStyleType="none" spacing="sm" styles={{ itemWrapper: wide, itemLabel: wide }}>
        {points.map((point) => (
          <List.Item key={point.code}>
            <PointRow point={point} to={placeOfPoint[point.code]?.(period)} />
          </List.Item>
        ))}
      </List>
    </>
  );
}

function PointRow({ point, to }: { point: Point; to: string | undefined }) {
  const { t } = useTranslation('period');
  const { code, count } = point;
  const name = t(`point.${code}`, { defaultValue: code });
  return (
    <Group wrap="nowrap" justify="space-between">
      <Group wrap="nowrap" gap="sm">
        <ThemeIcon
          variant="light"
          radius="xl"
          size="sm"
          color={count ? 'yellow' : 'laurel'}
          aria-hidden
        >
          {count ? <IconAlertTriangle size={14} /> : <IconCheck size={14} />}
        </ThemeIcon>
        <div>
          {count > 0 && to ? (
            <Anchor component={Link} to={to}>
              {name}
            </Anchor>
          ) : (
            <Text c={count ? undefined : 'dimmed'}>{name}</Text>
          )}
          <Named point={point} />
        </div>
      </Group>
      <Text className="figure" fw={count ? 600 : undefined} c={count ? undefined : 'dimmed'}>
        {count || t('settled')}
      </Text>
    </Group>
  );
}

/** Whom a point is about, as far as it says so. */
function Named({ point: { count, names } }: { point: Point }) {
  const { t } = useTranslation('period');
  if (!names.length) return null;
  const all = names.join(', ');
  return (
    <Text size="sm" c="dimmed">
      {count > names.length ? t('namesMore', { names: all, count: count - names.length }) : all}
    </Text>
  );
}
