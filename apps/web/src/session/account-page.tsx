import { PageHeader } from '../ui/index.js';

/** Being written. */
export function AccountPage() {
  return <PageHeader title="AccountPage" />;
}
