import { Database, Problem, currentActor, visibleMemberIds, type Actor } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { ApiScope } from '@laurel/shared/core';
import { IsNull } from 'typeorm';
import { actorBehind, type Door } from './actor-query.js';
import { ApiToken, type NewApiToken } from './api-token.entity.js';
import { digest, newSecret } from './secret.js';
import { cleanName } from './text-input.js';

/** Makes a leaked token easy to recognise, for people and for scanners. */
const prefix = 'laurel_';

type TokenDoor = Door & { id: string; scopes: ApiScope[]; stale: boolean };

const validToken = `
  select organization_id, member_id, id, scopes,
    used_at is null or used_at < now() - interval '1 minute' as stale
  from api_token where token_hash = $1 and revoked_at is null`;

/** Tokens with which programs act for the member who made them. */
@Injectable()
export class ApiTokenService {
  constructor(private readonly database: Database) {}

  /** For whom a token acts, and for what; undefined when it was revoked or they have left. */
  async actorOf(secret: string): Promise<Actor | undefined> {
    if (!secret.startsWith(prefix)) return undefined;
    const hash = digest(secret);
    return this.database.withSecret({ 'app.token_hash': hash.toString('hex') }, async (tx) => {
      const [door]: TokenDoor[] = await tx.query(validToken, [hash]);
      const actor = door && (await actorBehind(tx, door));
      if (!actor) return undefined;
      if (door.stale)
        await tx.query(`update api_token set used_at = now() where id = $1`, [door.id]);
      return { ...actor, tokenId: door.id, scopes: door.scopes };
    });
  }

  /** The tokens the current actor may see, newest first. */
  list(): Promise<ApiToken[]> {
    const ids = visibleMemberIds('Query.apiTokens');
    return this.database.transaction((tx) => {
      const query = tx.createQueryBuilder(ApiToken, 'token').orderBy('token.createdAt', 'DESC');
      if (ids !== 'all') query.where('token.memberId in (:...ids)', { ids });
      return query.addOrderBy('token.id').getMany();
    });
  }

  /** Makes a token; its secret is shown this once. */
  create(name: string, scopes: ApiScope[]): Promise<NewApiToken> {
    if (!scopes.length)
      throw new Problem('BAD_VALUE', 'Choose at least one thing the token may do.', {
        field: 'scopes',
      });
    const secret = prefix + newSecret();
    return this.database.transaction(async (tx) => {
      const token = tx.create(ApiToken, {
        memberId: currentActor().memberId,
        name: cleanName(name),
        scopes: [...new Set(scopes)],
        tokenHash: digest(secret),
      });
      await tx.insert(ApiToken, token);
      return { token, secret };
    });
  }

  /** Ends a token at once. Ending it again changes nothing. */
  revoke(id: string): Promise<ApiToken> {
    return this.database.transaction(async (tx) => {
      await tx.update(ApiToken, { id, revokedAt: IsNull() }, { revokedAt: new Date() });
      const token = await tx.findOneBy(ApiToken, { id });
      if (!token) throw new Problem('NOT_FOUND', 'There is no such token here.', { id });
      return token;
    });
  }
}
