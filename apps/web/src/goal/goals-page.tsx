import { PageHeader } from '../ui/index.js';

/** Being written. */
export function GoalsPage() {
  return <PageHeader title="GoalsPage" />;
}
