import { PageHeader } from '../ui/index.js';

/** Being written. */
export function LeaderboardPage() {
  return <PageHeader title="LeaderboardPage" />;
}
