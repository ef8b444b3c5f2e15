import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { AccountImport, ProductImport } from './catalogue-import.js';
import { DealImport } from './deal-import.js';
import { DealLinker } from './deal-linker.service.js';
import { DealList } from './deal-list.service.js';
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
export { DealLoader } from './deal.loader.js';
export { DealService } from './deal.service.js';
export { Product } from './product.entity.js';
export { ProductService } from './product.service.js';

export { splitsOfDeal } from './split-rows.js';

/** Deals, what is sold and to whom; by program, by hand and by file. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, Deal, Product]), PeopleModule],
  providers: [
    AccountImport,
    DealImport,
    DealLinker,
    DealList,
    DealLoader,
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
