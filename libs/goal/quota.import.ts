import { ImportKinds, Periods, References } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { AmountImport } from './amount-import.js';
import { quotaFields } from './core/index.js';
import { QuotaWriter } from './quota-writer.service.js';

/** Files of quotas. */
@Injectable()
export class QuotaImport extends AmountImport {
  readonly kind = 'quota';
  readonly fields = quotaFields;

  constructor(kinds: ImportKinds, periods: Periods, references: References, writer: QuotaWriter) {
    super(kinds, periods, references, writer);
  }
}
