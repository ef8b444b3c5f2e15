import { PageHeader } from '../ui/index.js';

/** Being written. */
export function StatementsPage() {
  return <PageHeader title="StatementsPage" />;
}
