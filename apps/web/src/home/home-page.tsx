import type { Role } from '@laurel/shared/core';
import { type ComponentType, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { UpcomingOneOnOne } from '../one-on-one/upcoming.js';
import { useSignedIn } from '../session/session.js';
import { OpenSurveys } from '../survey-form/open-surveys.js';
import { SharedResult } from '../survey/shared-result.js';
import { PageHeader } from '../ui/index.js';
import { dayPart } from './day-part.js';

/** What each role sees first. */
const homes: Record<Role, ComponentType> = {
  rep: lazy(async () => ({ default: (await import('./rep-home.js')).RepHome })),
  manager: lazy(async () => ({ default: (await import('./manager-home.js')).ManagerHome })),
  finance: lazy(async () => ({ default: (await import('./finance-home.js')).FinanceHome })),
  admin: lazy(async () => ({ default: (await import('./admin-home.js')).AdminHome })),
};

/** The start page: a greeting, and what this person came for. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { member, organization } = useSignedIn();
  const Home = homes[member.role];
  const name = member.name.split(' ')[0];
  return (
    <>
      <PageHeader
        title={t(`greeting.${dayPart(new Date().getHours())}`, { name })}
        lead={t(`lead.${member.role}`, { organization: organization.name })}
      />
      <OpenSurveys />
      <UpcomingOneOnOne />
      <SharedResult />
      <Home />
    </>
  );
}
