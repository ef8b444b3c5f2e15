import { PageHeader } from '../ui/index.js';

/** Being written. */
export function InvitationPage() {
  return <PageHeader title="InvitationPage" />;
}
