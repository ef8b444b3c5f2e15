import { useState } from 'react';

export type Draft = {
  readonly name: string;
  readonly from: string | null;
  readonly text: string;
  /** When it was kept, as an ISO instant. */
  readonly at: string;
};

/** What somebody keeps on this device of a plan that is not published yet. */
export function useDraft(organizationId: string, memberId: string, planId: string | undefined) {
  const key = `laurel.plan-draft.${organizationId}.${memberId}.${planId ?? 'new'}`;
  const [draft, setDraft] = useState(() => read(key));
  return {
    draft,
    keep: (next: Omit<Draft, 'at'>) => {
      const kept = { ...next, at: new Date().toISOString() };
      localStorage.setItem(key, JSON.stringify(kept));
      setDraft(kept);
    },
    remove: () => {
      localStorage.removeItem(key);
      setDraft(null);
    },
  };
}

function read(key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'text' in value && 'at' in value;
