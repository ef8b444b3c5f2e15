import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { AccountImport, ProductImport } from './catalogue-import.js';
import { DealCancellationResolver } from './deal-cancellation.resolver.js';
import { DealCancellations } from './deal-cancellation.service.js';
import { DealEvents } from './deal-events.service.js';
import { DealImport } from './deal-import.js';
import { DealLinker } from './deal-linker.service.js';
import { DealList } from './deal-list.service.js';
import { DealPaymentWriter } from './deal-payment-writer.service.js';
import { DealPayment } from './deal-payment.entity.js';
import { DealPaymentImport } from './deal-payment.import.js';
import { DealPaymentLoader } from './deal-payment.loader.js';
import { DealPaymentResolver } from './deal-payment.resolver.js';
import { DealPayments } from './deal-payment.service.js';
import { DealWriter } from './deal-writer.service.js';
import { Deal } from './deal.entity.js';
import { DealLoader } from './deal.loader.js';
import { DealSplitResolver, DealSplitsResolver } from './deal-split.resolver.js';
import { DealSplitLoader } from './deal-split.loader.js';
import { DealResolver } from './deal.resolver.js';
import { DealService } from './deal.service.js';
import { ImportAuthorResolver } from './import-author.resolver.js';
import { Product } from './product.entity.js';
import { ProductService } from './product.service.js';

export { Account } from './account.entity.js';
export { Deal, DealStatuses } from './deal.entity.js';
export type { DealEvent } from './deal-events.service.js';
export { DealLoader } from './deal.loader.js';
export { DealService } from './deal.service.js';
export { DealPayment } from './deal-payment.entity.js';
export { Product } from './product.entity.js';
export { ProductService } from './product.service.js';

export { splitsOfDeal } from './split-rows.js';

/** Deals, what is sold and to whom; by program, by hand and by file. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, Deal, DealPayment, Product]), PeopleModule],
  providers: [
    AccountImport,
    DealCancellationResolver,
    DealCancellations,
    DealEvents,
    DealImport,
    DealLinker,
    DealList,
    DealLoader,
    DealPaymentImport,
    DealPaymentLoader,
    DealPaymentResolver,
    DealPayments,
    DealPaymentWriter,
    DealResolver,
    DealService,
    DealSplitLoader,
    DealSplitResolver,
    DealSplitsResolver,
    DealWriter,
    ImportAuthorResolver,
    ProductImport,
    ProductService,
  ],
  exports: [DealLoader, DealService, ProductService],
})
export class DealModule {}
