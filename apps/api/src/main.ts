import 'reflect-metadata';
import { environment, logger } from '@laurel/shared';
import { createServer } from './server.js';

const app = await createServer();
await app.listen(environment.port, environment.host);
logger.info({ address: environment.publicUrl }, 'api is listening');
