import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActionResolver, TopicResolver } from './agenda.resolver.js';
import { Agendas } from './agenda.service.js';
import { OneOnOneCadenceResolver } from './cadence.resolver.js';
import { OneOnOneAction, OneOnOneTopic } from './meeting.entity.js';
import { MeetingResolver } from './meeting.resolver.js';
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
    Agendas,
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
