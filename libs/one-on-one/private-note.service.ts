import { currentActor, environment, Problem, serverSecret } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newKey, open, seal, wrappingKey } from './note-cipher.js';

type Row = { oneOnOneId: string; number: number; sealed: Buffer };
export type PrivateNote = { oneOnOneId: string; number: number; text: string };

const unreadable = () =>
  new Problem(
    'NOTES_LOCKED',
    'Your private notes cannot be opened: this server has another NOTE_KEY than they were written with.',
  );

/** What the current actor wrote for nobody else. There is no way to name another author. */
@Injectable()
export class PrivateNotes {
  private secret: string | undefined;

  /** The note of a meeting; empty when there is none. */
  async of(tx: EntityManager, oneOnOneId: string, number: number): Promise<string> {
    const notes = await this.mine(tx, oneOnOneId);
    return notes.find((note) => note.number === number)?.text ?? '';
  }

  /** All notes of the actor, or those of one series. */
  async mine(tx: EntityManager, oneOnOneId: string | null = null): Promise<PrivateNote[]> {
    const rows: Row[] = await tx.query(
      `select one_on_one_id as "oneOnOneId", number, sealed from private_note
       where author_id = $1 and one_on_one_id = coalesce($2, one_on_one_id) order by number`,
      [currentActor().memberId, oneOnOneId],
    );
    if (!rows.length) return [];
    const key = await this.key(tx);
    return rows.map((row) => ({ ...row, text: unseal(key, row.sealed, placeOf(row)).toString() }));
  }

  async save(tx: EntityManager, oneOnOneId: string, number: number, text: string): Promise<void> {
    const sealed = seal(await this.key(tx), Buffer.from(text), placeOf({ oneOnOneId, number }));
    await tx.query(
      `insert into private_note (one_on_one_id, number, author_id, sealed) values ($1, $2, $3, $4)
       on conflict (organization_id, one_on_one_id, number, author_id)
         do update set sealed = excluded.sealed`,
      [oneOnOneId, number, currentActor().memberId, sealed],
    );
  }

  /** The actor's own key, made at the first note. */
  private async key(tx: EntityManager): Promise<Buffer> {
    const { memberId, organizationId } = currentActor();
    const wrapping = wrappingKey(
      (this.secret ??= serverSecret(environment.noteKey, environment.noteKeyFile)),
      organizationId,
    );
    await tx.query(
      `insert into note_key (member_id, wrapped) values ($1, $2) on conflict do nothing`,
      [memberId, seal(wrapping, newKey(), memberId)],
    );
    const [row]: [{ wrapped: Buffer }] = await tx.query(
      `select wrapped from note_key where member_id = $1`,
      [memberId],
    );
    return unseal(wrapping, row.wrapped, memberId);
  }
}

const placeOf = ({ oneOnOneId, number }: { oneOnOneId: string; number: number }) =>
  `${currentActor().memberId}|${oneOnOneId}|${number}`;

function unseal(key: Buffer, sealed: Buffer, place: string): Buffer {
  try {
    return open(key, sealed, place);
  } catch {
    throw unreadable();
  }
}
