import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { demoPassword } from './demo/demo-people.js';
import { DemoModule } from './demo/demo.module.js';
import { Demo } from './demo/demo.service.js';
import { emailOf, leadingNames } from './demo/names.js';

/** One line for each role: role, e-mail, password. */
const accounts = Object.entries(leadingNames).map(
  ([role, name]) => `  ${role.padEnd(8)} ${emailOf(name).padEnd(38)} ${demoPassword}`,
);

const app = await NestFactory.createApplicationContext(DemoModule, { logger: ['error', 'warn'] });
try {
  if (await app.get(Demo).ensure()) console.log(accounts.join('\n'));
} finally {
  await app.close();
}
