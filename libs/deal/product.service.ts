import { Database, Problem, organizationCurrency } from '@laurel/shared';
import { isCurrency } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { DealWriter } from './deal-writer.service.js';
import { saveNamedRows } from './named-rows.js';
import { Product } from './product.entity.js';

export const productColumns = ['name', 'series', 'list_price', 'currency'];

type ProductWish = {
  name: string;
  series?: string | null | undefined;
  listPrice?: bigint | null | undefined;
  currency?: string | null | undefined;
};

/** What is sold. */
@Injectable()
export class ProductService {
  constructor(
    private readonly database: Database,
    private readonly writer: DealWriter,
  ) {}

  /** Adds the product or changes the one of this name; what is left out stays. */
  save({ name, series, listPrice, currency }: ProductWish): Promise<Product> {
    const known = name.trim();
    if (!known || known.length > 200)
      throw new Problem('BAD_VALUE', 'Enter a name of 1 to 200 characters.', { field: 'name' });
    if (currency && !isCurrency(currency))
      throw new Problem('BAD_VALUE', `“${currency}” is not a currency code such as EUR.`, {
        field: 'currency',
      });
    return this.database.transaction(async (tx) => {
      const priced =
        listPrice == null ? {} : { currency: currency ?? (await organizationCurrency(tx)) };
      const given = { name: known, series, list_price: listPrice, currency };
      const present = Object.entries({ ...given, ...priced }).filter(
        ([, value]) => value !== undefined,
      );
      const { changes } = await saveNamedRows(tx, 'product', productColumns, [
        Object.fromEntries(present) as { name: string },
      ]);
      await this.writer.announceNamed(
        tx,
        'product',
        changes.map(({ id }) => id),
      );
      return tx
        .createQueryBuilder(Product, 'product')
        .where('lower(product.name) = lower(:known)', { known })
        .getOneOrFail();
    });
  }
}
