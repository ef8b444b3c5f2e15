import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OneOnOneCadenceResolver } from './cadence.resolver.js';
import { OneOnOneAction, OneOnOneTopic } from './meeting.entity.js';
import { ActionResolver, MeetingResolver, TopicResolver } from './meeting.resolver.js';
import { Meetings } from './meeting.service.js';
import { OneOnOne } from './one-on-one.entity.js';
import { OneOnOneResolver } from './one-on-one.resolver.js';
import { OneOnOnes } from './one-on-one.service.js';
import { PrivateNotes } from './private-note.service.js';
import { OneOnOneSearch } from './search.service.js';
import { UpcomingLoader } from './upcoming.loader.js';

/** Meetings of two people: a shared agenda and notes, and private notes that only their author reads. */
@Module({
  imports: [TypeOrmModule.forFeature([OneOnOne, OneOnOneAction, OneOnOneTopic]), PeopleModule],
  providers: [
    ActionResolver,
    MeetingResolver,
    Meetings,
    OneOnOneCadenceResolver,
    OneOnOneResolver,
    OneOnOnes,
    OneOnOneSearch,
    PrivateNotes,
    TopicResolver,
    UpcomingLoader,
  ],
})
export class OneOnOneModule {}
