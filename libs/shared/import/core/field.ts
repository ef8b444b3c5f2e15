/** What the text in a cell means. */
export type FieldKind =
  | 'text'
  | 'money'
  | 'decimal'
  | 'day'
  | 'member'
  | 'product'
  | 'account'
  | 'status'
  | 'currency'
  | 'role'
  | 'period';

/** A field that a column of a file can fill. */
export type FieldSpec = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** Other headers that mean this field, in any language; case, blanks and accents do not matter. */
  readonly synonyms: readonly string[];
  /** Any number of columns may fill it, each kept under its own header. */
  readonly many?: boolean;
};
