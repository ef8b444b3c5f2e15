import { Foundation1795000000001 } from './1-foundation.js';

/** In the order in which they run; a new migration is one more file and one more entry. */
export const migrations = [Foundation1795000000001];
