import { PageHeader } from '../ui/index.js';

/** Being written. */
export function StatementPage() {
  return <PageHeader title="StatementPage" />;
}
