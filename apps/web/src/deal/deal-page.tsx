import { PageHeader } from '../ui/index.js';

/** Being written. */
export function DealPage() {
  return <PageHeader title="DealPage" />;
}
