import { Problem, References, type Referents } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkRule, parseRule, type RuleDocument, type RuleProblem } from './core/index.js';

/** Reads documents of rules as people write them: members by id, e-mail or name. */
@Injectable()
export class RuleReader {
  constructor(private readonly references: References) {}

  /** The document with ids of members; a Problem names each place that is wrong. */
  async read(tx: EntityManager, written: unknown): Promise<RuleDocument> {
    const names = namesIn(written);
    const known = await this.references.resolve(tx, 'member', names);
    const strangers = names.flatMap((name) => strangerProblem(name, known));
    const problems = strangers.length ? strangers : checkRule(withIds(written, known));
    if (problems.length) throw refused(problems);
    return parseRule(withIds(written, known));
  }
}

type Written = { payee?: unknown; shares?: unknown; when?: { owners?: unknown } };

/** Every text of a document that stands for a member. */
function namesIn(written: unknown): string[] {
  const { payee, shares, when } = (written ?? {}) as Written;
  const payees = listOf(shares).map((each) => (each as { payee?: unknown } | null)?.payee);
  const all = [payee, ...payees, ...listOf(when?.owners)];
  const texts = all.filter((text) => typeof text === 'string');
  return texts.filter((text) => text !== 'owner');
}

function withIds(written: unknown, known: Referents): unknown {
  if (typeof written !== 'object' || written === null) return written;
  const { payee, shares, when } = written as Written;
  const idOf = (text: unknown) => known.get(text as string)?.[0] ?? text;
  return {
    ...written,
    ...(payee !== undefined && { payee: idOf(payee) }),
    ...(Array.isArray(shares) && {
      shares: shares.map((each: { payee?: unknown }) => ({ ...each, payee: idOf(each?.payee) })),
    }),
    ...(Array.isArray(when?.owners) && { when: { ...when, owners: when.owners.map(idOf) } }),
  };
}

function strangerProblem(name: string, known: Referents): RuleProblem[] {
  const ids = known.get(name) ?? [];
  if (ids.length === 1) return [];
  const message = ids.length
    ? `“${name}” is the name of several; use an e-mail address.`
    : `Nobody is known as “${name}”.`;
  return [{ path: 'payee', message }];
}

function refused(problems: readonly RuleProblem[]): Problem {
  const [{ path, message }] = problems as [RuleProblem];
  return new Problem('BAD_RULE', path ? `${path}: ${message}` : message, {
    field: 'document',
    problems,
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
