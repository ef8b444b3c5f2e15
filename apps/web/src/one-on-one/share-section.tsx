import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeOff, IconEyeShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { DayText } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import { type Series, touchesOneOnOnes } from './one-on-one.js';
import { Section } from './section.js';
import { ShareSeries, UnshareSeries } from './share.js';

/** For an employee who is led by somebody else now; the former manager sees whether it is shown. */
export function ShareSection({ series }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const { share, shareReaders, partner } = series;
  if (!share && !shareReaders.length) return null;
  return (
    <Section
      title={t('share.title')}
      {...(shareReaders.length > 0 && { lead: t('share.lead', { name: partner.name }) })}
    >
      <Stack gap="sm" align="flex-start">
        {share ? <Shown id={series.id} share={share} /> : <Offers series={series} />}
      </Stack>
    </Section>
  );
}

function Shown({ id, share }: { id: string; share: NonNullable<Series['share']> }) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const [{ fetching }, unshare] = useMutation(UnshareSeries);
  async function revoke() {
    const { error } = await unshare({ oneOnOneId: id }, touchesOneOnOnes);
    if (error) say.problem(error);
    else say.done(t('share.revoked'));
  }
  return (
    <>
      <Text>
        {t(share.mine ? 'share.mine' : 'share.theirs', { name: share.reader.name })}{' '}
        <DayText day={share.sharedOn} />
      </Text>
      {share.mine && (
        <Button
          variant="default"
          loading={fetching}
          leftSection={<IconEyeOff size={18} />}
          onClick={() => void revoke()}
        >
          {t('share.revoke')}
        </Button>
      )}
    </>
  );
}

function Offers({ series: { id, partner, shareReaders } }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const [chosen, choose] = useState<Series['shareReaders'][number] | null>(null);
  const [{ fetching }, share] = useMutation(ShareSeries);
  async function confirm({ id: readerId, name }: Series['shareReaders'][number]) {
    const { error } = await share({ oneOnOneId: id, readerId }, touchesOneOnOnes);
    if (error) return say.problem(error);
    say.done(t('share.done', { name }));
    choose(null);
  }
  return (
    <Group gap="xs">
      {shareReaders.map((reader) => (
        <Button
          key={reader.id}
          variant="light"
          leftSection={<IconEyeShare size={18} />}
          onClick={() => choose(reader)}
        >
          {t('share.action', { name: reader.name })}
        </Button>
      ))}
      <ConfirmDialog
        title={t('share.confirm', { name: chosen?.name })}
        opened={chosen !== null}
        action={t('share.doIt')}
        color="laurel"
        busy={fetching}
        onConfirm={() => chosen && void confirm(chosen)}
        onClose={() => choose(null)}
      >
        <Text>{t('share.what', { reader: chosen?.name, partner: partner.name })}</Text>
        <Text mt="sm">{t('share.never')}</Text>
      </ConfirmDialog>
    </Group>
  );
}
