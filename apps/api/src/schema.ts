import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { slices } from './slices.js';

type Provider = { new (...args: never[]): unknown };

const isResolver = (provider: unknown): provider is Provider =>
  typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_type', provider);

/** The resolvers of a slice and of the modules it is made of. */
function resolversOf(slice: unknown): Provider[] {
  if (typeof slice !== 'function') return [];
  const listed = (key: string): unknown[] => Reflect.getMetadata(key, slice) ?? [];
  return [...listed('imports').flatMap(resolversOf), ...listed('providers').filter(isResolver)];
}

const resolvers = [...new Set(slices.flatMap(resolversOf))];

/** Prints the schema to the file that the web client's types are inferred from; `--check` only compares. */
const file = path.resolve(import.meta.dirname, '../schema.graphql');
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
  logger: false,
});
const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, printed);
} else if (fs.readFileSync(file, 'utf8') !== printed) {
  console.error('apps/api/schema.graphql is not the schema of the code. Run: npm run schema');
  process.exitCode = 1;
}
