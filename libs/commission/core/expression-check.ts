import type { Component } from './component.js';
import { type Complaint, within } from './complaint.js';
import { compileExpression, sayProblem, type Vocabulary } from './expression/index.js';
import { type Leaf, leavesOf } from './leaf.js';
import type { Vocabularies } from './vocabulary.js';

/** Expressions of a component that cannot be kept: each says at which line and column, and what was expected. */
export function expressionComplaints(
  component: Component,
  vocabularies: Vocabularies,
): Complaint[] {
  return leavesOf(component).flatMap((leaf) => {
    const place = placeOf(component, leaf);
    return place
      ? within(leaf.path, check(leaf.text, vocabularies[place.about], place.result))
      : [];
  });
}

type Place = { readonly about: keyof Vocabularies; readonly result: 'condition' | 'number' };

/** Where a text is an expression, and what it may be about. */
function placeOf(component: Component, { path }: Leaf): Place | null {
  const key = path.at(-1);
  if (path.length === 1 && (key === 'where' || key === 'pays'))
    return { about: 'deal', result: 'condition' };
  if (path.length === 1 && key === 'gate') return { about: 'period', result: 'condition' };
  if (path.length === 1 && key === 'formula' && component.kind === 'formula')
    return { about: component.per === 'period' ? 'period' : 'both', result: 'number' };
  if (key !== 'when') return null;
  return { about: path[0] === 'multipliers' ? 'both' : 'period', result: 'condition' };
}

function check(text: string, vocabulary: Vocabulary, result: 'condition' | 'number'): Complaint[] {
  const compiled =
    result === 'condition'
      ? compileExpression(text, vocabulary, result)
      : compileExpression(text, vocabulary, result);
  return compiled.ok
    ? []
    : compiled.problems.map((problem) => ({ path: [], message: sayProblem(problem) }));
}
