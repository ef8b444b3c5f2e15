import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { slices } from './slices.js';

const isResolver = (provider: unknown): provider is () => unknown =>
  typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_type', provider);

const resolvers = slices
  .flatMap((slice): unknown[] => Reflect.getMetadata('providers', slice) ?? [])
  .filter(isResolver);

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
