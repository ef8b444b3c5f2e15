import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly name: string;
  /** What it said, and what it says; or only that it changed. */
  readonly children: readonly [before: ReactNode, after: ReactNode] | string;
};

/** One thing that changed, as an entry of a list. */
export function Change({ name, children }: Props) {
  const { t } = useTranslation('late-change');
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm">
        {typeof children === 'string' ? (
          children
        ) : (
          <>
            {children[0]}
            <span aria-hidden> → </span>
            <VisuallyHidden>{t('now')}</VisuallyHidden>
            {children[1]}
          </>
        )}
      </Text>
    </div>
  );
}
