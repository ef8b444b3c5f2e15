import { graphql } from '../graphql/graphql.js';

export const CalendarFeedQuery = graphql(`
  query CalendarFeed {
    calendarFeed {
      createdAt
    }
  }
`);

export const RenewCalendarFeed = graphql(`
  mutation RenewCalendarFeed {
    renewCalendarFeed
  }
`);

export const RevokeCalendarFeed = graphql(`
  mutation RevokeCalendarFeed {
    revokeCalendarFeed
  }
`);

export const InvitationQuery = graphql(`
  query OneOnOneInvitation($oneOnOneId: ID!) {
    oneOnOneInvitation(oneOnOneId: $oneOnOneId)
  }
`);

export const SaveReminder = graphql(`
  mutation SaveOneOnOneReminder($oneOnOneId: ID!, $reminder: Reminder!) {
    saveOneOnOneReminder(oneOnOneId: $oneOnOneId, reminder: $reminder) {
      id
      reminder
    }
  }
`);

export const touchesFeed = { additionalTypenames: ['CalendarFeed'] };
