import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process runs. */
  @Get('health')
  health() {
    return { status: 'ok' };
  }

  /** The process can answer: its database does. */
  @Get('ready')
  async ready() {
    try {
      await this.dataSource.query('select 1');
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException('The database does not answer.');
    }
  }
}
