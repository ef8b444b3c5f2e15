/** A note as the server has it; the version counts changes. */
export type Note = { readonly text: string; readonly version: number };

/** A note that is being written: what was read, and what is typed over it. */
export type NoteDraft = { readonly base: Note; readonly text: string };

export const draftOf = (note: Note): NoteDraft => ({ base: note, text: note.text });

export const isUnsaved = ({ base, text }: NoteDraft): boolean => text !== base.text;

/** Did somebody else save, while something is typed here that is not saved? Nothing may be lost then. */
export const isInConflict = (draft: NoteDraft, server: Note): boolean =>
  isUnsaved(draft) && server.version > draft.base.version && server.text !== draft.text;

/** The draft when the server has something newer: taken over unless that would lose what is typed. */
export function renewed(draft: NoteDraft, server: Note): NoteDraft {
  if (server.version <= draft.base.version || isInConflict(draft, server)) return draft;
  return draftOf(server);
}

/** The draft after what was typed then was saved; what was typed since stays unsaved. */
export const saved = (draft: NoteDraft, note: Note): NoteDraft => ({ ...draft, base: note });

/** Both texts, the other one's first. */
export const joined = (draft: NoteDraft, server: Note): NoteDraft => ({
  base: server,
  text: [server.text.trimEnd(), draft.text.trim()].filter(Boolean).join('\n\n'),
});
