import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../shell/language-choice.js';
import { LaurelMark } from '../shell/laurel-mark.js';
import { SchemeChoice } from '../shell/scheme-choice.js';
import classes from './visitor-frame.module.css';

/** What a visitor sees around the sign-in forms: the promise on one side, the form on the other. */
export function VisitorFrame({ children }: PropsWithChildren) {
  const { t } = useTranslation('session');
  return (
    <div className={classes.frame}>
      <aside className={classes.promise}>
        <div className={classes.wreath}>
          <LaurelMark size={520} />
        </div>
        <Group gap="sm" className={classes.brand}>
          <LaurelMark size={40} />
          Laurel
        </Group>
        <Stack gap="md" className={classes.words}>
          <Title order={2} className={classes.slogan}>
            {t('promise.title')}
          </Title>
          <Text size="lg" className={classes.text}>
            {t('promise.text')}
          </Text>
        </Stack>
      </aside>
      <main className={classes.main} id="main">
        <Box w="100%" maw={400}>
          {children}
        </Box>
        <Group className={classes.choices} gap={0} wrap="nowrap">
          <SchemeChoice />
          <LanguageChoice />
        </Group>
      </main>
    </div>
  );
}
