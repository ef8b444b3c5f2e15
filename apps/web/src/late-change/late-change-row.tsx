import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MoneyText, useFormat } from '../ui/index.js';
import { CorrectedPayTable } from './corrected-pay-table.js';
import { FieldChanges } from './field-changes.js';
import classes from './late-change.module.css';
import type { LateChange } from './late-change.js';
import { PaymentChanges } from './payment-changes.js';

type Props = { readonly change: LateChange; readonly ofOne: boolean };

/** A changed deal, what of it or its payments changed, and the difference; "Why?" opens whose pay it moved, and by how much. */
export function LateChangeRow({ change, ofOne }: Props) {
  const { t } = useTranslation('late-change');
  const format = useFormat();
  const [open, { toggle }] = useDisclosure();
  const { period, difference, currency, fields, payments, deal } = change;
  const title = useTitle(change);
  return (
    <Box component="li" className={classes.row} data-change={change.externalId ?? change.cause}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div className={classes.what}>
          <Text fw={600}>
            {deal ? (
              <Anchor component={Link} to={`/deals/${deal.id}`} inherit c="inherit">
                {title}
              </Anchor>
            ) : (
              title
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {t('of', { period: format.period(period) })}
          </Text>
          <dl className={classes.fields}>
            <FieldChanges fields={fields} currency={deal?.currency ?? currency} />
            <PaymentChanges payments={payments} />
          </dl>
        </div>
        <Group gap="xs" wrap="nowrap" className={classes.figures}>
          <Text fw={600} span>
            <MoneyText amount={difference} currency={currency} />
          </Text>
          <Button
            size="compact-sm"
            variant={open ? 'light' : 'subtle'}
            aria-expanded={open}
            aria-label={t('whyOf', { deal: title })}
            onClick={toggle}
          >
            {t('why')}
          </Button>
        </Group>
      </Group>
      {open && <CorrectedPayTable change={change} ofOne={ofOne} />}
    </Box>
  );
}

/** The deal, by its number where it has another name; or what was changed instead of a deal. */
function useTitle({ deal, externalId, cause }: LateChange): string {
  const { t } = useTranslation('late-change');
  if (externalId === null) return t(`cause.${cause}`);
  return deal && deal.name !== externalId ? `${deal.name} (${externalId})` : externalId;
}
