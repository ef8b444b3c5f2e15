import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionResolver, TopicResolver } from './agenda.resolver.js';
import { Agendas } from './agenda.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarFeed } from './calendar.entity.js';
import { CalendarResolver } from './calendar.resolver.js';
import { Calendars } from './calendar.service.js';
import { OneOnOneCadenceResolver } from './cadence.resolver.js';
import { Letters } from './letter.service.js';
import { OneOnOneAction, OneOnOneTopic } from './meeting.entity.js';
import { MeetingResolver } from './meeting.resolver.js';
import { Meetings } from './meeting.service.js';
import { OneOnOneMood } from './mood.entity.js';
import { MeetingMoodResolver, MoodWishResolver, OneOnOneMoodResolver } from './mood.resolver.js';
import { Moods } from './mood.service.js';
import { OneOnOne } from './one-on-one.entity.js';
import { OneOnOneResolver } from './one-on-one.resolver.js';
import { OneOnOnes } from './one-on-one.service.js';
import { OneOnOneJobs } from './one-on-one.jobs.js';
import { PrivateNotes } from './private-note.service.js';
import { Reminders } from './reminder.service.js';
import { Rhythms } from './rhythm.service.js';
import { OneOnOneShare } from './share.entity.js';
import { OneOnOneShareResolver, SharedOneOnOneResolver, ShareResolver } from './share.resolver.js';
import { Shares } from './share.service.js';
import { OneOnOneSearch } from './search.service.js';
import { UpcomingLoader } from './upcoming.loader.js';
import { OneOnOneWish } from './wish.entity.js';
import { Wishes } from './wish.service.js';

/** Meetings of two people: a shared agenda and notes, and private notes that only their author reads. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      CalendarFeed,
      OneOnOne,
      OneOnOneAction,
      OneOnOneMood,
      OneOnOneShare,
      OneOnOneTopic,
      OneOnOneWish,
    ]),
    PeopleModule,
  ],
  controllers: [CalendarController],
  providers: [
    ActionResolver,
    Agendas,
    CalendarResolver,
    Calendars,
    Letters,
    MeetingMoodResolver,
    MeetingResolver,
    Meetings,
    Moods,
    MoodWishResolver,
    OneOnOneCadenceResolver,
    OneOnOneMoodResolver,
    OneOnOneResolver,
    OneOnOnes,
    OneOnOneShareResolver,
    OneOnOneSearch,
    OneOnOneJobs,
    PrivateNotes,
    Reminders,
    Rhythms,
    SharedOneOnOneResolver,
    ShareResolver,
    Shares,
    TopicResolver,
    UpcomingLoader,
    Wishes,
  ],
  exports: [OneOnOneJobs, Reminders],
})
export class OneOnOneModule {}

export { OneOnOneAction, OneOnOneTopic } from './meeting.entity.js';
export { OneOnOne } from './one-on-one.entity.js';
export { OneOnOneJobs } from './one-on-one.jobs.js';
export { Reminders } from './reminder.service.js';
