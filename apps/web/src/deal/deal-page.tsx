import { Anchor, Card, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { PageHeader } from '../ui/index.js';
import { DealDetail } from './deal-detail.js';

/** One deal at an address of its own, for links from pay and mail. */
export function DealPage() {
  const { t } = useTranslation('deal');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  return (
    <>
      <Anchor component={Link} to="/deals" size="sm">
        <Group gap={4}>
          <IconArrowLeft size={16} aria-hidden /> {t('back')}
        </Group>
      </Anchor>
      <PageHeader title={t('single')} />
      <Card maw={720}>
        <DealDetail id={id} onRemoved={() => void navigate('/deals')} />
      </Card>
    </>
  );
}
