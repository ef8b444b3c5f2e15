import { Module } from '@nestjs/common';
import { CommissionFile } from './commission-file.service.js';
import { ExportController } from './export.controller.js';

/** What leaves Laurel for payroll and finance. */
@Module({ controllers: [ExportController], providers: [CommissionFile] })
export class ExportModule {}
