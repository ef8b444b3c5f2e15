import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CalendarFeed } from './calendar.entity.js';
import { Calendars } from './calendar.service.js';

@Resolver()
export class CalendarResolver {
  constructor(private readonly calendars: Calendars) {}

  @Query(() => CalendarFeed, { nullable: true })
  calendarFeed() {
    return this.calendars.feed();
  }

  @Query(() => String, { description: 'A series of mine as an iCalendar file.' })
  oneOnOneInvitation(@Args('oneOnOneId', { type: () => ID }) oneOnOneId: string) {
    return this.calendars.invitation(oneOnOneId);
  }

  @Mutation(() => String, {
    description: 'The secret address of a new feed, shown this once; the one before it ends.',
  })
  renewCalendarFeed() {
    return this.calendars.renew();
  }

  @Mutation(() => Boolean, { description: 'Answers whether there was one.' })
  revokeCalendarFeed() {
    return this.calendars.revoke();
  }
}
