import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Recalculation } from './recalculation.js';
import { Recalculations } from './recalculation.service.js';

@Resolver()
export class RecalculationResolver {
  constructor(private readonly recalculations: Recalculations) {}

  @Mutation(() => Recalculation, {
    description: 'Computes the pay of a period again, from scratch.',
  })
  async recalculate(@Args('period') period: string): Promise<Recalculation> {
    return { partitions: await this.recalculations.start(period) };
  }
}
