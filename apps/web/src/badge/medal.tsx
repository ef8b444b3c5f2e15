import {
  type Icon,
  IconAward,
  IconCrown,
  IconFlame,
  IconRocket,
  IconTargetArrow,
} from '@tabler/icons-react';
import classes from './badge.module.css';

/** Signs a badge may name; one that is not here gets a ribbon. */
const icons: Readonly<Record<string, Icon>> = {
  rocket: IconRocket,
  flame: IconFlame,
  'target-arrow': IconTargetArrow,
  crown: IconCrown,
};

/** The medal of a badge: gold when it is held, an outline while it is not. */
export function Medal({ icon, held, size = 56 }: { icon: string; held: boolean; size?: number }) {
  const Sign = icons[icon] ?? IconAward;
  return (
    <span
      className={classes.medal}
      data-held={held || undefined}
      style={{ width: size, height: size }}
    >
      <Sign size={size * 0.5} stroke={1.6} aria-hidden />
    </span>
  );
}
