import 'reflect-metadata';
import { migrateDatabase } from '@laurel/infra/migrations';
import { appRolePassword, environment, migrateQueue } from '@laurel/shared';

const { databaseUrl, redisUrl } = environment;
await migrateDatabase(databaseUrl, appRolePassword(databaseUrl));
if (!redisUrl) await migrateQueue(databaseUrl, 'laurel_app');
