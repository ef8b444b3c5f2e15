import { PageHeader } from '../ui/index.js';

/** Being written. */
export function BadgesPage() {
  return <PageHeader title="BadgesPage" />;
}
