import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanVersion } from './plan-fields.js';
import { PlanForm } from './plan-form.js';

type Props = {
  readonly plan?: Plan;
  /** The version to start from. */
  readonly base?: PlanVersion | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Writes a new plan, or the next version of one; published versions are never changed. */
export function PlanEditor({ plan, base, opened, onClose }: Props) {
  const { t } = useTranslation(['plan', 'action']);
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="80rem"
      fullScreen={phone ?? false}
      title={plan ? t('form.version', { plan: plan.name }) : t('add')}
      closeButtonProps={{ 'aria-label': t('action:close') }}
    >
      <PlanForm plan={plan} base={base} onClose={onClose} />
    </Modal>
  );
}
