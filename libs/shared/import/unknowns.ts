import type { EntityManager } from 'typeorm';
import { suggester, type FieldKind, type FieldSpec } from './core/index.js';
import type { UnknownValue } from './import.entity.js';
import type { SavedRows } from './import.kind.js';
import { referenceKinds, type References } from './reference.service.js';

type Tallied = { field: string; kind: FieldKind; value: string; count: number; isNew: boolean };

const mostUnknowns = 500;

/** Collects the values that no person, product or account is known by. */
export class Unknowns {
  private readonly tallied = new Map<string, Tallied>();

  constructor(private readonly fields: readonly FieldSpec[]) {}

  add({ rejections, introduced = [] }: SavedRows): void {
    for (const { field, value, code } of rejections)
      if (value !== null && (code === 'UNKNOWN' || code === 'AMBIGUOUS'))
        this.count(field, value, false);
    for (const { field, value } of introduced) this.count(field, value, true);
  }

  /** With what was probably meant. New names are told only when something similar is known. */
  async suggest(tx: EntityManager, references: References): Promise<UnknownValue[]> {
    const found: UnknownValue[] = [];
    for (const kind of referenceKinds) {
      const unknowns = [...this.tallied.values()].filter((one) => one.kind === kind);
      if (!unknowns.length) continue;
      const suggest = suggester(await references.candidates(tx, kind));
      for (const { isNew, ...unknown } of unknowns) {
        const suggestion = suggest(unknown.value);
        if (isNew && !suggestion) continue;
        found.push({
          ...unknown,
          suggestionId: suggestion?.id ?? null,
          suggestionName: suggestion?.name ?? null,
        });
      }
    }
    return found;
  }

  private count(field: string, value: string, isNew: boolean): void {
    const kind = this.fields.find(({ name }) => name === field)?.kind;
    const key = `${field} ${value}`;
    const known = this.tallied.get(key);
    if (known) known.count++;
    else if (kind && this.tallied.size < mostUnknowns)
      this.tallied.set(key, { field, kind, value, count: 1, isNew });
  }
}
