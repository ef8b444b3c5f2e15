import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DealPayment, PaymentInput, SavedPayments } from './deal-payment.entity.js';
import { DealPaymentLoader } from './deal-payment.loader.js';
import { DealPayments } from './deal-payment.service.js';
import { Deal } from './deal.entity.js';

@Resolver(() => Deal)
export class DealPaymentResolver {
  constructor(
    private readonly payments: DealPayments,
    private readonly loader: DealPaymentLoader,
  ) {}

  @ResolveField(() => [DealPayment], {
    name: 'payments',
    description: 'What the customer has paid, the newest first.',
  })
  ofDeal(@Parent() { id }: Deal) {
    return this.loader.ofDeal(id);
  }

  @Mutation(() => SavedPayments, {
    description: 'Up to 1,000 payments: all of them are saved or none. Those known change nothing.',
  })
  async savePayments(@Args('inputs', { type: () => [PaymentInput] }) inputs: PaymentInput[]) {
    const saved = await this.payments.save(inputs);
    this.loader.forget();
    return saved;
  }

  @Mutation(() => Boolean, { description: 'Takes a payment away that was entered by mistake.' })
  async removePayment(@Args('id', { type: () => ID }) id: string) {
    const removed = await this.payments.remove(id);
    this.loader.forget();
    return removed;
  }
}
