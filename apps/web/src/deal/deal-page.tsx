import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { BackLink, PageHeader } from '../ui/index.js';
import { DealDetail } from './deal-detail.js';

/** One deal at an address of its own, for links from pay and mail. */
export function DealPage() {
  const { t } = useTranslation('deal');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  return (
    <>
      <BackLink to="/deals" text={t('back')} />
      <PageHeader title={t('single')} />
      <Card maw={720}>
        <DealDetail id={id} onRemoved={() => void navigate('/deals')} />
      </Card>
    </>
  );
}
