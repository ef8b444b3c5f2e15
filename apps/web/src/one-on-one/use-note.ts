import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { problemOf } from '../graphql/problem.js';
import {
  draftOf,
  isInConflict,
  isUnsaved,
  joined,
  type Note,
  type NoteDraft,
  renewed,
  saved,
} from './note-draft.js';

/** How long after the last key a note is saved. */
const pauseMs = 1_000;

/** What became of a save: the version it has now, or why it was refused. */
export type Saving = (
  text: string,
  version: number,
) => Promise<{ readonly version?: number | undefined; readonly error?: CombinedError | undefined }>;

export type NoteState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/**
 * A note that saves itself. When somebody else was quicker, `state` is `conflict` and nothing is saved
 * until one of the ways out is taken; a failed save is tried again with the next key, by `save`, or when the note is left.
 */
export function useNote(server: Note, write: Saving, readAgain: () => void) {
  const [draft, setDraft] = useState(() => draftOf(server));
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<CombinedError | null>(null);
  const conflict = !saving && isInConflict(draft, server);
  const next = saving ? draft : renewed(draft, server);
  if (next !== draft) setDraft(next);

  async function save() {
    if (saving || conflict || !isUnsaved(draft)) return;
    setSaving(true);
    const { text, base } = draft;
    const result = await write(text, base.version);
    setSaving(false);
    setError(result.error ?? null);
    if (!result.error)
      setDraft((now) => saved(now, { text, version: result.version ?? base.version }));
    else if (problemOf(result.error).code === 'CHANGED_MEANWHILE') readAgain();
  }
  useAutoSave(draft, saving || conflict || error !== null, save);
  const change = (to: (now: NoteDraft) => NoteDraft) => {
    setError(null);
    setDraft(to);
  };
  const retryable = error && problemOf(error).code !== 'CHANGED_MEANWHILE';
  return {
    text: draft.text,
    error: retryable ? error : null,
    state: stateOf({ draft, saving, conflict, failed: Boolean(retryable) }),
    type: (text: string) => change((now) => ({ ...now, text })),
    save: () => void save(),
    takeTheirs: () => change(() => draftOf(server)),
    keepBoth: () => change((now) => joined(now, server)),
  };
}

/** Saves when nothing was typed for a moment, and when the note is left. */
function useAutoSave(draft: NoteDraft, waits: boolean, save: () => Promise<void>) {
  const saveNow = useEffectEvent(() => void save());
  useEffect(() => {
    if (waits || !isUnsaved(draft)) return undefined;
    const timer = setTimeout(saveNow, pauseMs);
    return () => clearTimeout(timer);
  }, [draft, waits]);
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = isUnsaved(draft);
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      saveNow();
    };
  }, []);
}

type Facts = { draft: NoteDraft; saving: boolean; conflict: boolean; failed: boolean };

function stateOf({ draft, saving, conflict, failed }: Facts): NoteState {
  if (saving) return 'saving';
  if (conflict) return 'conflict';
  if (!isUnsaved(draft)) return 'saved';
  return failed ? 'failed' : 'unsaved';
}
