import { groupBy } from '@laurel/shared/core';
import {
  type CorrectionCause,
  type Difference,
  keyOfLine,
  keyOfPiece,
  nameOf,
  type Piece,
  pieceOf,
  tierOf,
  type VersionedLine,
} from './correction.js';
import { earnedBy } from './head.js';

/** Whose change made a difference: a deal's, or none where the quota, the plan or a catalogue did. */
export type Origin = { readonly originDealId: string | null; readonly cause: CorrectionCause };

/** A difference and whose change made it. */
export type ExplainedDifference = Difference & Origin;

export type { Piece } from './correction.js';

/** What each piece of pay stands at on its way from what was posted to what is due. */
export class Posting {
  private readonly standing = new Map<string, { readonly piece: Piece; readonly amount: bigint }>();

  constructor(found: readonly Difference[], due: readonly VersionedLine[]) {
    for (const [key, lines] of groupBy(due, keyOfLine)) this.stand(key, pieceOf(lines[0]!), lines);
    for (const each of found)
      this.standing.set(keyOfPiece(each), { piece: each, amount: each.before });
  }

  /** Moves every piece to what these lines pay, and answers what moved. */
  follow(
    lines: readonly VersionedLine[],
    originOf: (piece: Piece) => Origin,
  ): ExplainedDifference[] {
    const paid = groupBy(lines, keyOfLine);
    return [...new Set([...this.standing.keys(), ...paid.keys()])].flatMap((key) => {
      const now = paid.get(key) ?? [];
      const { piece, amount: before } = this.standing.get(key) ?? {
        piece: pieceOf(now[0]!),
        amount: 0n,
      };
      this.stand(key, piece, now);
      const after = earnedBy(now);
      if (after === before) return [];
      const moved = { tier: tierOf(now), before, after, difference: after - before };
      return [{ ...nameOf(piece), ...moved, ...originOf(piece) }];
    });
  }

  private stand(key: string, piece: Piece, lines: readonly VersionedLine[]): void {
    this.standing.set(key, { piece, amount: earnedBy(lines) });
  }
}
