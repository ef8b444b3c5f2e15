import { GoalModule } from '@laurel/goal';
import { PeopleModule } from '@laurel/people';
import { StandingModule } from '@laurel/standing';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Award } from './award.entity.js';
import { AwardResolver } from './award.resolver.js';
import { Awarding } from './award.service.js';
import { BadgeSeed } from './badge-seed.service.js';
import { Badge } from './badge.entity.js';
import { BadgeJobs } from './badge.jobs.js';
import { BadgeResolver } from './badge.resolver.js';
import { Badges } from './badge.service.js';
import { FactsService } from './facts.service.js';

/** Badges as data: awarded with evidence, taken back with a reason. */
@Module({
  imports: [TypeOrmModule.forFeature([Award, Badge]), GoalModule, PeopleModule, StandingModule],
  providers: [AwardResolver, Awarding, BadgeJobs, BadgeResolver, Badges, BadgeSeed, FactsService],
  exports: [BadgeJobs],
})
export class BadgeModule {}

export { seedBadges } from './badge-seed.service.js';
export { BadgeJobs } from './badge.jobs.js';
