import { PageHeader } from '../ui/index.js';

/** Being written. */
export function TeamPage() {
  return <PageHeader title="TeamPage" />;
}
