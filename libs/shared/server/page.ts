import type { Type } from '@nestjs/common';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Problem } from './problem.js';

const largestPage = 200;

@InputType({ description: `Which rows of a list: at most ${largestPage} at a time.` })
export class PageInput {
  @Field(() => Int, { defaultValue: 50 }) first: number = 50;
  @Field(() => Int, { defaultValue: 0 }) offset: number = 0;
}

/** The rows asked for, or the first fifty; refuses pages that would hurt everybody. */
export function pageWindow(page?: PageInput | null): { first: number; offset: number } {
  const { first, offset } = page ?? new PageInput();
  if (first < 1 || first > largestPage)
    throw new Problem('PAGE_TOO_LARGE', `Ask for 1 to ${largestPage} rows at a time.`, {
      field: 'first',
    });
  if (offset < 0)
    throw new Problem('BAD_VALUE', 'The offset cannot be negative.', { field: 'offset' });
  return { first, offset };
}

export type Page<Row> = { rows: Row[]; total: number };

/** Base class of a GraphQL page: `class DealPage extends pageOf(Deal) {}`. */
export function pageOf<Row>(row: Type<Row>): Type<Page<Row>> {
  @ObjectType({ isAbstract: true })
  class AnyPage {
    @Field(() => [row]) rows: Row[];
    @Field(() => Int) total: number;
  }
  return AnyPage;
}
