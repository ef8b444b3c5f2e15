import { PageHeader } from '../ui/index.js';

/** Being written. */
export function PlansPage() {
  return <PageHeader title="PlansPage" />;
}
