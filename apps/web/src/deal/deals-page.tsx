import { PageHeader } from '../ui/index.js';

/** Being written. */
export function DealsPage() {
  return <PageHeader title="DealsPage" />;
}
