import { GoalModule } from '@laurel/goal';
import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { Leaderboards } from './leaderboard.service.js';
import { MovedPlaces } from './moved-places.service.js';
import { StandingJobs } from './standing.jobs.js';
import { StandingResolver } from './standing.resolver.js';
import { Standings } from './standing.service.js';
import { TallyService } from './tally.service.js';

/** Leaderboards: who stands where in a period, by which measure, and since when. */
@Module({
  imports: [GoalModule, PeopleModule],
  providers: [Leaderboards, MovedPlaces, StandingJobs, StandingResolver, Standings, TallyService],
  exports: [Leaderboards, StandingJobs],
})
export class StandingModule {}

export { Leaderboards, type ScoredPlace } from './leaderboard.service.js';
export { StandingJobs } from './standing.jobs.js';
