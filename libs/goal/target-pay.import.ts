import { ImportKinds, Periods, References } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { AmountImport } from './amount-import.js';
import { targetPayFields } from './core/index.js';
import { TargetPayWriter } from './target-pay-writer.service.js';

/** Files of target pay. */
@Injectable()
export class TargetPayImport extends AmountImport {
  readonly kind = 'targetPay';
  readonly fields = targetPayFields;

  constructor(
    kinds: ImportKinds,
    periods: Periods,
    references: References,
    writer: TargetPayWriter,
  ) {
    super(kinds, periods, references, writer);
  }
}
