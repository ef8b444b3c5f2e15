import { PageHeader } from '../ui/index.js';

/** Being written. */
export function SettingsPage() {
  return <PageHeader title="SettingsPage" />;
}
