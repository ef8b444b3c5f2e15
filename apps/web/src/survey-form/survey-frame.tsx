import { Box, Group } from '@mantine/core';
import { Outlet } from 'react-router';
import { LanguageChoice } from '../shell/language-choice.js';
import { LaurelMark } from '../shell/laurel-mark.js';
import classes from './survey-form.module.css';

/** Around a page that is opened by the link of a mail: for everybody, signed in or not. */
export function SurveyFrame() {
  return (
    <div className={classes.frame}>
      <Group component="header" justify="space-between" wrap="nowrap" className={classes.head}>
        <Group gap="xs" wrap="nowrap" fw={600}>
          <LaurelMark size={32} />
          Laurel
        </Group>
        <LanguageChoice />
      </Group>
      <Box component="main" id="main" className={classes.body}>
        <Outlet />
      </Box>
    </div>
  );
}
