import { PageHeader } from '../ui/index.js';

/** Being written. */
export function ImportsPage() {
  return <PageHeader title="ImportsPage" />;
}
