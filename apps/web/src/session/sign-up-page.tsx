import { PageHeader } from '../ui/index.js';

/** Being written. */
export function SignUpPage() {
  return <PageHeader title="SignUpPage" />;
}
