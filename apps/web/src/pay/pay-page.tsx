import { PageHeader } from '../ui/index.js';

/** Being written. */
export function PayPage() {
  return <PageHeader title="PayPage" />;
}
