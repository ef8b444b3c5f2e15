import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

export const SeriesFields = graphql(`
  fragment SeriesFields on OneOnOne {
    id
    rhythm
    anchor
    time
    timeZone
    minutes
    endedOn
    nextNumber
    nextDay
    reminder
    partner {
      id
      name
      role
    }
    meetings {
      number
      day
      status
    }
    cadence {
      due
      kept
      skipped
      missed
      streak
    }
    openActions {
      id
    }
    moodWish
    mood
    share {
      mine
      sharedOn
      reader {
        id
        name
      }
    }
    shareReaders {
      id
      name
    }
  }
`);

export const OneOnOnesQuery = graphql(
  `
    query OneOnOnes {
      oneOnOnes {
        ...SeriesFields
      }
    }
  `,
  [SeriesFields],
);

export const CadenceQuery = graphql(`
  query OneOnOneCadence {
    oneOnOneCadence {
      endedOn
      due
      kept
      skipped
      missed
      streak
      member {
        id
        name
      }
      partner {
        id
        name
      }
    }
  }
`);

export const SearchQuery = graphql(`
  query SearchOneOnOnes($text: String!) {
    searchOneOnOnes(text: $text) {
      oneOnOneId
      number
      kind
      text
    }
  }
`);

export const StartOneOnOne = graphql(`
  mutation StartOneOnOne($input: OneOnOneInput!) {
    startOneOnOne(input: $input) {
      id
      nextNumber
    }
  }
`);

export const ChangeRhythm = graphql(`
  mutation ChangeOneOnOneRhythm($input: OneOnOneRhythmInput!) {
    changeOneOnOneRhythm(input: $input) {
      id
      nextNumber
    }
  }
`);

export const EndOneOnOne = graphql(`
  mutation EndOneOnOne($id: ID!) {
    endOneOnOne(id: $id) {
      id
      endedOn
    }
  }
`);

export type Series = ResultOf<typeof SeriesFields>;
export type Cadence = ResultOf<typeof CadenceQuery>['oneOnOneCadence'][number];
export type Counts = Pick<Cadence, 'due' | 'kept' | 'skipped' | 'missed' | 'streak'>;
export type Hit = ResultOf<typeof SearchQuery>['searchOneOnOnes'][number];
export type SeriesInput = VariablesOf<typeof StartOneOnOne>['input'];
export type MeetingDate = Series['meetings'][number];

/** What a change leaves stale, also the empty list. */
export const touchesOneOnOnes = {
  additionalTypenames: ['OneOnOne', 'OneOnOneMeeting', 'OneOnOneCadence'],
};

/** Where a meeting is read and written. */
export const meetingPath = (oneOnOneId: string, number: number): string =>
  `/one-on-ones/${oneOnOneId}/${number}`;
