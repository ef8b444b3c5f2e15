import { IdField, InstantField, OrganizationKey } from '@laurel/shared';
import type { ApiScope } from '@laurel/shared/core';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

export const ApiScopes = {
  read: 'read',
  write: 'write',
  pay: 'pay',
} as const satisfies { [S in ApiScope]: S };
registerEnumType(ApiScopes, { name: 'ApiScope', description: 'What a token may be used for.' });

@ObjectType({ description: 'Lets a program act as the member who made it, within its scopes.' })
@Entity()
export class ApiToken {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Column('bytea') tokenHash: Buffer;
  @Field() @Column('text') name: string;
  @Field(() => [ApiScopes]) @Column('text', { array: true }) scopes: ApiScope[];
  @InstantField({ default: () => 'now()' }) createdAt: Date;
  @InstantField({ nullable: true, description: 'To the minute.' }) usedAt: Date | null;
  @InstantField({ nullable: true }) revokedAt: Date | null;
}

@ObjectType({ description: 'A token just made: its secret is shown this once.' })
export class NewApiToken {
  @Field(() => ApiToken) token: ApiToken;
  @Field() secret: string;
}
