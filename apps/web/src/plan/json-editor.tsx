import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Edit, Place } from './json-place.js';
import classes from './json-editor.module.css';

export type JsonEditorHandle = {
  /** Puts the cursor at a place and shows it. */
  readonly show: (place: Place) => void;
  /** Replaces the whole text; can be undone. */
  readonly replace: (text: string) => void;
  /** Replaces a part of the text; can be undone. */
  readonly edit: (edit: Edit) => void;
};

type Props = {
  readonly start: string;
  readonly label: string;
  readonly marks: readonly Diagnostic[];
  readonly extensions: Extension;
  readonly onChange: (text: string) => void;
  readonly ref: Ref<JsonEditorHandle>;
};

/** A code editor for a JSON text, with what is wrong marked at its place. It keeps its own text and history. */
export function JsonEditor({ start, label, marks, extensions, onChange, ref }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  useEffect(() => {
    const editor = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: start,
        extensions: [
          basicSetup,
          jsonLook,
          json(),
          lintGutter(),
          extensions,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
    // The editor holds its text itself: only other words or another start make a new one.
  }, [start, label, extensions]);

  useEffect(() => {
    const editor = view.current!;
    const { length } = editor.state.doc;
    const within = marks.filter(({ to }) => to <= length);
    editor.dispatch(setDiagnostics(editor.state, [...within]));
  }, [marks]);

  useImperativeHandle(ref, () => ({
    show: ({ from, to }) => {
      view.current!.focus();
      view.current!.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
    },
    replace: (text) =>
      view.current!.dispatch({
        changes: { from: 0, to: view.current!.state.doc.length, insert: text },
      }),
    edit: ({ place, text }) => view.current!.dispatch({ changes: { ...place, insert: text } }),
  }));

  return <div ref={place} className={classes.editor} />;
}

/** Colours that follow the theme, light or dark. */
export const jsonLook: Extension = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: 'var(--json-name)' },
    { tag: tags.string, color: 'var(--json-text)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--json-word)' },
  ]),
);
