import { dataSourceOptions } from '@laurel/shared';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { slices } from '../slices.js';
import { DemoDeals } from './demo-deals.js';
import { DemoOneOnOnes } from './demo-one-on-ones.js';
import { DemoPeople } from './demo-people.js';
import { DemoRules } from './demo-rules.js';
import { DemoSurveys } from './demo-surveys.js';
import { Demo } from './demo.service.js';

@Module({
  imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(), autoLoadEntities: true }), ...slices],
  providers: [Demo, DemoDeals, DemoOneOnOnes, DemoPeople, DemoRules, DemoSurveys],
})
export class DemoModule {}
