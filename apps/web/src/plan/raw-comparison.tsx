import { json } from '@codemirror/lang-json';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useMediaQuery } from '@mantine/hooks';
import { minimalSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { jsonLook } from './json-editor.js';
import classes from './json-editor.module.css';

type Props = {
  readonly before: string;
  readonly after: string;
  readonly label: string;
  /** What stands for lines that are alike; `$` is how many. */
  readonly folded: string;
};
type Texts = Props & { readonly parent: HTMLElement };

/** Two JSON texts, side by side where there is room, with what differs marked. */
export default function RawComparison({ before, after, label, folded }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  useEffect(() => {
    const texts = { parent: place.current!, before, after, label, folded };
    const shown = narrow ? stacked(texts) : beside(texts);
    return () => shown.destroy();
  }, [before, after, label, folded, narrow]);
  return <div ref={place} className={classes.editor} />;
}

const reading = ({ label, folded }: Texts): Extension => [
  minimalSetup,
  jsonLook,
  json(),
  EditorState.readOnly.of(true),
  EditorState.phrases.of({ '$ unchanged lines': folded }),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label }),
];

const foldedFrom = { margin: 2, minSize: 4 };

const beside = (texts: Texts) =>
  new MergeView({
    parent: texts.parent,
    a: { doc: texts.before, extensions: reading(texts) },
    b: { doc: texts.after, extensions: reading(texts) },
    collapseUnchanged: foldedFrom,
  });

const stacked = (texts: Texts) =>
  new EditorView({
    parent: texts.parent,
    doc: texts.after,
    extensions: [
      reading(texts),
      unifiedMergeView({
        original: texts.before,
        mergeControls: false,
        collapseUnchanged: foldedFrom,
      }),
    ],
  });
