import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { OneOnOneHit } from './meeting.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { PrivateNotes } from './private-note.service.js';

const most = 50;

const written = `
  select one_on_one_id as "oneOnOneId", number, kind, text from (
    select one_on_one_id, raised as number, 'topic' as kind, text from one_on_one_topic
    union all select one_on_one_id, raised, 'action', text from one_on_one_action
    union all select one_on_one_id, number, 'sharedNote', shared_note from one_on_one_meeting
  ) as part
  where one_on_one_id = any($1) and position(lower($2) in lower(text)) > 0
  order by number desc, kind, text limit ${most}`;

/** Finds words in one's own one-on-ones. */
@Injectable()
export class OneOnOneSearch {
  constructor(
    private readonly database: Database,
    private readonly notes: PrivateNotes,
    private readonly series: OneOnOnes,
  ) {}

  /** What both wrote, and after decryption what the actor alone wrote; newest meetings first. */
  find(text: string): Promise<OneOnOneHit[]> {
    const wanted = text.trim();
    if (!wanted) throw new Problem('BAD_VALUE', 'Enter a word to look for.', { field: 'text' });
    return this.database.transaction(async (tx) => {
      const own = await this.series.mine();
      const shared: OneOnOneHit[] = await tx.query(written, [own.map(({ id }) => id), wanted]);
      const mine = (await this.notes.mine(tx))
        .filter((note) => note.text.toLowerCase().includes(wanted.toLowerCase()))
        .map((note) => ({ ...note, kind: 'privateNote' }));
      return [...mine, ...shared].sort((a, b) => b.number - a.number).slice(0, most);
    });
  }
}
