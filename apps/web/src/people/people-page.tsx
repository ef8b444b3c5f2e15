import { PageHeader } from '../ui/index.js';

/** Being written. */
export function PeoplePage() {
  return <PageHeader title="PeoplePage" />;
}
