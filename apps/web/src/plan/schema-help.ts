import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { type Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { pathTo, propertiesOf, syntaxOf } from './json-place.js';
import { type Schema, schemasAt, wordsOf } from './schema-at.js';

/** Says what a setting means, and what a value is to look like, in the reader's language. */
export type SchemaWords = {
  readonly meaning: (key: string) => string;
  readonly form: (forms: readonly Schema[]) => string;
};

/** Completion and explanations while a JSON document is written that follows a schema. */
export const schemaHelp = (schema: Schema, words: SchemaWords): Extension => [
  autocompletion({ override: [(context) => complete(schema, words, context)], icons: false }),
  hoverTooltip((view, position) => explain(schema, words, view, position)),
];

function complete(
  schema: Schema,
  words: SchemaWords,
  context: CompletionContext,
): CompletionResult | null {
  const text = context.state.doc.toString();
  const root = syntaxOf(text);
  const node = root.resolveInner(context.pos, -1);
  const typed = context.matchBefore(/"?[\w-]*$/);
  if (!context.explicit && !typed?.text) return null;
  const from = typed?.from ?? context.pos;
  const object = objectAround(node, text, from);
  const options = object
    ? keysIn(schema, words, { text, root, object })
    : valuesAt(schema, { text, root, node });
  // The quotation mark that the editor has put behind the cursor already.
  const to =
    text[context.pos] === '"' && typed?.text.startsWith('"') ? context.pos + 1 : context.pos;
  return options.length ? { from, to, options, filter: true } : null;
}

/** The object whose next key is typed here; null where a value is. */
function objectAround(node: SyntaxNode, text: string, from: number): SyntaxNode | null {
  const before = text.slice(0, from).trimEnd().at(-1);
  if (before !== '{' && before !== ',') return null;
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'Array') return null;
    if (at.name === 'Object') return at;
  }
  return null;
}

type Spot = { readonly text: string; readonly root: SyntaxNode };

function keysIn(
  schema: Schema,
  words: SchemaWords,
  { text, root, object }: Spot & { object: SyntaxNode },
): Completion[] {
  const forms = schemasAt(schema, { text, root, path: pathTo(text, object) });
  const present = propertiesOf(text, object);
  const required = new Set(forms.flatMap((form) => form.required ?? []));
  const keys = [...new Set(forms.flatMap((form) => Object.keys(form.properties ?? {})))];
  return keys
    .filter((key) => !present.has(key))
    .map((key) => ({
      label: `"${key}"`,
      apply: `"${key}": `,
      info: words.meaning(key),
      boost: required.has(key) ? 1 : 0,
    }));
}

function valuesAt(schema: Schema, { text, root, node }: Spot & { node: SyntaxNode }): Completion[] {
  const forms = schemasAt(schema, { text, root, path: pathTo(text, node) });
  return wordsOf(forms).map((word) => ({ label: JSON.stringify(word) }));
}

function explain(schema: Schema, words: SchemaWords, view: EditorView, position: number) {
  const text = view.state.doc.toString();
  const root = syntaxOf(text);
  const node = root.resolveInner(position);
  if (node.name !== 'PropertyName') return null;
  const path = pathTo(text, node);
  const meaning = words.meaning(String(path.at(-1)));
  const forms = schemasAt(schema, { text, root, path });
  if (!meaning || forms.length === 0) return null;
  return {
    pos: node.from,
    end: node.to,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-explanation';
      for (const line of [meaning, words.form(forms)].filter(Boolean))
        dom.appendChild(document.createElement('p')).textContent = line;
      return { dom };
    },
  };
}
