import { useState } from 'react';
import { type Draft, draftOf, keepDraft, withMailboxes } from './draft.js';

/** The draft of a wave, kept on this device with each change; an undefined answer takes one back. */
export function useDraft(waveId: string) {
  const [draft, setDraft] = useState(() => draftOf(waveId));
  const keep = (next: Draft): Draft => {
    keepDraft(waveId, next);
    setDraft(next);
    return next;
  };
  const answer = (questionId: string, value: number | string | undefined) => {
    const { [questionId]: _, ...others } = draft.answers;
    const answers = value === undefined ? others : { ...others, [questionId]: value };
    keep({ ...draft, answers });
  };
  /** The draft as it is sent, kept first, so that a second try is the same. */
  const ready = () => keep(withMailboxes(draft));
  return { draft, answer, ready };
}
