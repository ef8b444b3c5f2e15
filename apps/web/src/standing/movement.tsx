import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';

/** Places won or lost since yesterday; nothing for somebody who is new on the board. */
export function Movement({ by }: { by: number | null }) {
  const { t } = useTranslation('standing');
  if (by === null) return null;
  const direction = by > 0 ? 'up' : by < 0 ? 'down' : 'same';
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus }[direction];
  const count = Math.abs(by);
  return (
    <span className={classes.movement} data-direction={direction}>
      <Icon size={15} stroke={2.4} aria-hidden />
      {count > 0 && <span aria-hidden>{count}</span>}
      <VisuallyHidden>{t(`movement.${direction}`, { count })}</VisuallyHidden>
    </span>
  );
}
