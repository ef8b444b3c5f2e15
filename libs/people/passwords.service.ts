import { Problem } from '@laurel/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { passwordFault, type PasswordFault } from './core/password.js';
import { newSecret } from './secret.js';
import { Turnstile } from './turnstile.js';

/** OWASP's argon2id setting; hashing more than four at once would slow everybody else down. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = 4;

const messages: Readonly<Record<PasswordFault, string>> = {
  'too-short': 'Choose a password of at least 8 characters.',
  'too-long': 'Choose a password of at most 256 characters.',
  'too-common': 'This password is one of the first that attackers try. Choose another one.',
  unreadable: 'This password holds characters that cannot be typed. Choose another one.',
};

/** Makes and checks password hashes. */
@Injectable()
export class Passwords implements OnModuleInit {
  private readonly turnstile = new Turnstile(atOnce);
  private nobodysHash: string;

  async onModuleInit(): Promise<void> {
    this.nobodysHash = await this.hashed(newSecret());
  }

  /** The hash to keep of a new password; refuses passwords that are too short, long or common. */
  async hash(password: string): Promise<string> {
    const fault = passwordFault(password);
    if (fault) throw new Problem('PASSWORD_REFUSED', messages[fault], { reason: fault });
    return this.hashed(password);
  }

  /** Is it the password? Without a hash the answer is no, and takes just as long. */
  async matches(hash: string | undefined, password: string): Promise<boolean> {
    const right = await this.turnstile.pass(() => verify(hash ?? this.nobodysHash, password));
    return right && hash !== undefined;
  }

  private hashed(password: string): Promise<string> {
    return this.turnstile.pass(() => hash(password, cost));
  }
}
