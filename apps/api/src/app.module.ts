import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { PeopleModule } from '@laurel/people';
import { dataSourceOptions } from '@laurel/shared';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authentication } from './authentication.js';
import { GraphqlOptions } from './graphql.js';
import { HealthController } from './health.controller.js';
import { PassOnFilter } from './pass-on.filter.js';
import { slices } from './slices.js';

@Module({ imports: [PeopleModule], providers: [Authentication], exports: [Authentication] })
export class AuthenticationModule {}

@Module({
  imports: [
    TypeOrmModule.forRoot({ ...dataSourceOptions(), autoLoadEntities: true }),
    AuthenticationModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AuthenticationModule],
      useClass: GraphqlOptions,
    }),
    ...slices,
  ],
  controllers: [HealthController],
  providers: [{ provide: APP_FILTER, useClass: PassOnFilter }],
})
export class AppModule {}
