import { PageHeader } from '../ui/index.js';

/** Being written. */
export function PlanPage() {
  return <PageHeader title="PlanPage" />;
}
