import { type Written, Writer } from './writer.js';

/** Writes tiers, and what they are measured by. */
export class TiersWriter extends Writer {
  protected basis(): Written {
    const basis = this.dice.weighted({
      quota: 8,
      target: 1,
      amount: 3,
      margin: 1,
      count: 1,
      quantity: 1,
      marginShare: 1,
      score: 1,
    });
    if (basis === 'quota' && this.dice.chance(0.6)) return {};
    return basis === 'score' ? { basis, score: this.dice.pick(['quality', 'unheard']) } : { basis };
  }

  protected tiers(): Written {
    const { dice } = this;
    const basis = this.basis();
    const modes =
      basis['basis'] === 'score'
        ? ['retroactive']
        : basis['basis'] === 'marginShare'
          ? ['retroactive', 'running']
          : ['marginal', 'retroactive', 'running'];
    const mode = dice.pick(modes);
    const gaps = dice.chance(0.2);
    const edges = this.edges(basis['basis'], 4, !gaps || dice.chance(0.5));
    const mixed = modes.length === 3 && dice.chance(0.3);
    const amounts = dice.weighted({ none: 6, all: 1, some: 1 });
    const tiers = edges.map((from, i) => {
      const next = edges[i + 1];
      const ends = next === undefined ? gaps && dice.chance(0.4) : dice.chance(0.3);
      const own = mixed ? dice.pick(modes) : mode;
      const pays = amounts === 'all' || (amounts === 'some' && dice.chance(0.5));
      const to = next ?? (Number(from) + 1).toString();
      const short = gaps && next !== undefined && dice.chance(0.5);
      const middle = String((Number(from) + Number(next)) / 2);
      return {
        from,
        ...(short ? { to: middle } : ends || (pays && own === 'marginal' && !next) ? { to } : {}),
        ...(mixed && { mode: own }),
        ...(pays ? { amount: this.money(60) } : { rate: this.rate() }),
      };
    });
    return {
      ...basis,
      ...(mode !== 'marginal' || dice.chance(0.3) ? { mode } : {}),
      ...(gaps || tiers.at(-1)!.to
        ? { gaps: 'pay-nothing' }
        : dice.maybe(0.1, () => ({ gaps: 'refuse' }))),
      tiers,
    };
  }
}
