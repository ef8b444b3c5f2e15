import type { ReactNode } from 'react';
import type { AnyVariables, UseQueryResponse } from 'urql';
import { ErrorState } from './error-state.js';
import { Skeletons } from './skeletons.js';

type Props<Data> = {
  of: UseQueryResponse<Data, AnyVariables>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** What a query gives: a skeleton until it is there, the problem with a retry, or the content. */
export function Loaded<Data>({ of, skeleton = <Skeletons />, children }: Props<Data>) {
  const [{ data, error }, execute] = of;
  const retry = () => execute({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <>{skeleton}</>;
  return (
    <>
      {error && <ErrorState error={error} onRetry={retry} />}
      {children(data)}
    </>
  );
}
