import { PageHeader } from '../ui/index.js';

/** Being written. */
export function SignInPage() {
  return <PageHeader title="SignInPage" />;
}
