import { Button, Group, Radio, Stack, Switch, Text } from '@mantine/core';
import {
  IconMoodEmpty,
  IconMoodHappy,
  IconMoodSad,
  IconMoodSmile,
  IconMoodUnamused,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { useSay } from '../ui/use-say.js';
import { type Meeting, placeOf } from './meeting.js';
import { moods, SaveMood, SaveMoodWish } from './mood.js';
import classes from './one-on-one.module.css';
import { type Series, touchesOneOnOnes } from './one-on-one.js';
import { Section } from './section.js';

type Props = { readonly series: Series; readonly meeting: Meeting; readonly readOnly: boolean };

const faces = {
  1: IconMoodSad,
  2: IconMoodUnamused,
  3: IconMoodEmpty,
  4: IconMoodSmile,
  5: IconMoodHappy,
};

/** The mood of the day, offered where both like to tell it. */
export function MoodSection({ series, meeting, readOnly }: Props) {
  const { t } = useTranslation('one-on-one');
  if (readOnly) return null;
  return (
    <Section title={t('mood.title')}>
      {series.mood ? <BothMoods series={series} meeting={meeting} /> : <Wish series={series} />}
    </Section>
  );
}

/** Whether I like it; what the other one likes is seen only when both do. */
function Wish({ series: { id, moodWish, partner } }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const { wish } = useWish(id);
  return (
    <Switch
      label={t('mood.like')}
      description={moodWish ? t('mood.waiting', { name: partner.name }) : t('mood.lead')}
      checked={moodWish}
      onChange={({ currentTarget }) => void wish(currentTarget.checked)}
    />
  );
}

function BothMoods({ series, meeting }: Omit<Props, 'readOnly'>) {
  const { t } = useTranslation('one-on-one');
  const { member } = useSignedIn();
  const { wish } = useWish(series.id);
  const tell = useTell(meeting);
  const moodOf = (id: string) => meeting.moods.find((one) => one.member.id === id)?.mood ?? null;
  const [mine, theirs] = [moodOf(member.id), moodOf(series.partner.id)];
  const { name } = series.partner;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('mood.mine')}
        value={mine === null ? null : String(mine)}
        onChange={(mood) => void tell(Number(mood))}
      >
        <Group gap={6} mt={6} wrap="nowrap">
          {moods.map((mood) => {
            const Face = faces[mood];
            return (
              <Radio.Card
                key={mood}
                value={String(mood)}
                className={classes.face}
                aria-label={t(`mood.scale.${mood}`)}
                title={t(`mood.scale.${mood}`)}
              >
                <Face size={26} stroke={1.6} />
              </Radio.Card>
            );
          })}
        </Group>
      </Radio.Group>
      <Text aria-live="polite">
        {theirs === null
          ? t('mood.none', { name })
          : t('mood.theirs', { name, mood: t(`mood.scale.${theirs as (typeof moods)[number]}`) })}
      </Text>
      <Group gap="xs">
        {mine !== null && (
          <Button variant="subtle" size="compact-sm" onClick={() => void tell(null)}>
            {t('mood.takeBack')}
          </Button>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void wish(false)}>
          {t('mood.stop')}
        </Button>
      </Group>
    </Stack>
  );
}

function useWish(oneOnOneId: string) {
  const say = useSay();
  const [, save] = useMutation(SaveMoodWish);
  return {
    wish: async (mood: boolean) => {
      const { error } = await save({ oneOnOneId, mood }, touchesOneOnOnes);
      if (error) say.problem(error);
    },
  };
}

function useTell(meeting: Meeting) {
  const say = useSay();
  const [, save] = useMutation(SaveMood);
  return async (mood: number | null) => {
    const { error } = await save({ ...placeOf(meeting), mood }, touchesOneOnOnes);
    if (error) say.problem(error);
  };
}
