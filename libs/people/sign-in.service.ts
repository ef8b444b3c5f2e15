import { Database, Problem, actsAs, currentActor } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Credential } from './credential.entity.js';
import { isEmail, normaliseEmail } from './core/email.js';
import { Passwords } from './passwords.service.js';
import { SessionService } from './session.service.js';
import { Tries } from './tries.service.js';
import type { Visitor } from './visitor.js';

/** Somebody may belong to a few organisations with one address; each has its own password. */
const mostOrganizations = 5;

/** One text for every reason, so that nobody learns who has an account. */
const wrong = () =>
  new Problem('WRONG_CREDENTIALS', 'E-mail or password is wrong. Check both, then try again.');

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
    private readonly tries: Tries,
  ) {}

  /** The secret of a new session. Refuses wrong passwords, unknown addresses and leavers alike. */
  async signIn(email: string, password: string, visitor: Visitor): Promise<string> {
    const address = normaliseEmail(email);
    const takeBack = await this.tries.count(visitor.address, address);
    const credentials = await this.credentialsOf(address);
    const credential = await this.matching(credentials, password);
    const tried = credential ?? credentials[0];
    if (tried) actsAs(tried.organizationId, tried.memberId);
    if (!credential) throw wrong();
    const token = await this.database.inOrganization(credential.organizationId, async (tx) => {
      const [present] = await tx.query(
        `select id from member where id = $1 and (left_on is null or left_on > today())`,
        [credential.memberId],
      );
      if (!present) throw wrong();
      return this.sessions.start(tx, credential.memberId, visitor);
    });
    await takeBack();
    return token;
  }

  /** Sets the current actor's password and ends all their sessions; the answer is the secret of a new one. */
  async changePassword(current: string, next: string, visitor: Visitor): Promise<string> {
    const { memberId } = currentActor();
    const takeBack = await this.tries.count(visitor.address, memberId);
    const credential = await this.database.transaction((tx) =>
      tx.findOneBy(Credential, { memberId }),
    );
    if (!(await this.passwords.matches(credential?.passwordHash, current)))
      throw new Problem('WRONG_PASSWORD', 'The current password is wrong.', { field: 'current' });
    await takeBack();
    const passwordHash = await this.passwords.hash(next);
    return this.database.transaction(async (tx) => {
      await tx.update(Credential, { memberId }, { passwordHash, changedAt: new Date() });
      await this.sessions.endAll(tx, memberId);
      return this.sessions.start(tx, memberId, visitor);
    });
  }

  private async credentialsOf(email: string): Promise<Credential[]> {
    if (!isEmail(email)) return [];
    return this.database.withSecret({ 'app.sign_in_email': email }, (tx) =>
      tx.find(Credential, {
        where: { email },
        order: { createdAt: 'ASC' },
        take: mostOrganizations,
      }),
    );
  }

  /** The first credential with this password. Checks one hash at least, also when there is none. */
  private async matching(credentials: Credential[], password: string) {
    const [first, ...others] = credentials;
    if (await this.passwords.matches(first?.passwordHash, password)) return first;
    for (const other of others)
      if (await this.passwords.matches(other.passwordHash, password)) return other;
    return undefined;
  }
}
