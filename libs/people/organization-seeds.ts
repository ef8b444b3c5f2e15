import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Adds what a slice needs in every new organisation; runs in the transaction that makes it. */
export type OrganizationSeed = (tx: EntityManager) => Promise<unknown>;

/** Where later slices put what a new organisation starts with. */
@Injectable()
export class OrganizationSeeds {
  private readonly seeds: OrganizationSeed[] = [];

  register(seed: OrganizationSeed): void {
    this.seeds.push(seed);
  }

  async sow(tx: EntityManager): Promise<void> {
    for (const seed of this.seeds) await seed(tx);
  }
}
