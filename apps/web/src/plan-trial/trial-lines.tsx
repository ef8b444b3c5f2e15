import { Drawer, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineTable } from '../pay/lines.js';
import { EmptyState, Loaded, Pager } from '../ui/index.js';
import { type Side, type TrialInput, type TrialRow, useTriedLines } from './plan-trial.js';

type Props = {
  readonly trial: TrialInput;
  readonly row: TrialRow | null;
  readonly onClose: () => void;
};

const firstPage = { first: 25, offset: 0 };

/** Every line of one payee, as it is paid now and as the tried plan would pay it. */
export function TrialLines({ trial, row, onClose }: Props) {
  const { t } = useTranslation(['plan-trial', 'action']);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="52rem"
      title={row?.payee.name}
      closeButtonProps={{ 'aria-label': t('action:close') }}
    >
      {row && <Sides key={row.payee.id} trial={trial} payeeId={row.payee.id} />}
    </Drawer>
  );
}

function Sides({ trial, payeeId }: { trial: TrialInput; payeeId: string }) {
  const { t } = useTranslation('plan-trial');
  const [side, setSide] = useState<Side>('tried');
  return (
    <>
      <SegmentedControl<Side>
        fullWidth
        mb="md"
        aria-label={t('side')}
        value={side}
        onChange={setSide}
        data={[
          { value: 'current', label: t('current') },
          { value: 'tried', label: t('tried') },
        ]}
      />
      <Lines key={side} trial={trial} payeeId={payeeId} side={side} />
    </>
  );
}

function Lines({ trial, payeeId, side }: { trial: TrialInput; payeeId: string; side: Side }) {
  const { t } = useTranslation('plan-trial');
  const [page, setPage] = useState(firstPage);
  const query = useTriedLines(trial, payeeId, { side, page });
  return (
    <Loaded of={query}>
      {({ triedLines: { rows, total } }) =>
        total === 0 ? (
          <EmptyState title={t('noLines')}>{t('noLinesNext')}</EmptyState>
        ) : (
          <>
            <LineTable rows={rows} />
            <Pager page={page} total={total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}
