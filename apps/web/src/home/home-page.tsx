import { PageHeader } from '../ui/index.js';

/** Being written. */
export function HomePage() {
  return <PageHeader title="HomePage" />;
}
