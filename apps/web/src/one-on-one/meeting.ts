import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

export const MeetingFields = graphql(`
  fragment MeetingFields on OneOnOneMeeting {
    oneOnOneId
    number
    day
    time
    timeZone
    plannedDay
    plannedTime
    status
    skipNote
    sharedNote
    version
    privateNote
    moods {
      mood
      member {
        id
      }
    }
    topics {
      id
      text
      raised
      settled
      version
      author {
        id
        name
      }
    }
    actions {
      id
      text
      raised
      dueOn
      doneOn
      owner {
        id
        name
      }
    }
  }
`);

export const MeetingQuery = graphql(
  `
    query OneOnOneMeeting($id: ID!, $number: Int!) {
      oneOnOneMeeting(oneOnOneId: $id, number: $number) {
        ...MeetingFields
      }
    }
  `,
  [MeetingFields],
);

export const SaveMeeting = graphql(`
  mutation SaveOneOnOneMeeting($input: OneOnOneMeetingInput!) {
    saveOneOnOneMeeting(input: $input) {
      oneOnOneId
      number
    }
  }
`);

export const SaveTopic = graphql(`
  mutation SaveOneOnOneTopic($input: OneOnOneTopicInput!) {
    saveOneOnOneTopic(input: $input) {
      oneOnOneId
      number
    }
  }
`);

export const MoveTopic = graphql(`
  mutation MoveOneOnOneTopic($oneOnOneId: ID!, $number: Int!, $id: ID!, $place: Int!) {
    moveOneOnOneTopic(oneOnOneId: $oneOnOneId, number: $number, id: $id, place: $place) {
      oneOnOneId
      number
    }
  }
`);

export const RemoveTopic = graphql(`
  mutation RemoveOneOnOneTopic($oneOnOneId: ID!, $number: Int!, $id: ID!) {
    removeOneOnOneTopic(oneOnOneId: $oneOnOneId, number: $number, id: $id) {
      oneOnOneId
      number
    }
  }
`);

export const SaveAction = graphql(`
  mutation SaveOneOnOneAction($input: OneOnOneActionInput!) {
    saveOneOnOneAction(input: $input) {
      oneOnOneId
      number
    }
  }
`);

export const RemoveAction = graphql(`
  mutation RemoveOneOnOneAction($oneOnOneId: ID!, $number: Int!, $id: ID!) {
    removeOneOnOneAction(oneOnOneId: $oneOnOneId, number: $number, id: $id) {
      oneOnOneId
      number
    }
  }
`);

export const SaveSharedNote = graphql(`
  mutation SaveSharedNote($id: ID!, $number: Int!, $text: String!, $version: Int!) {
    saveSharedNote(oneOnOneId: $id, number: $number, text: $text, version: $version) {
      version
    }
  }
`);

export const SavePrivateNote = graphql(`
  mutation SavePrivateNote($id: ID!, $number: Int!, $text: String!) {
    savePrivateNote(oneOnOneId: $id, number: $number, text: $text) {
      number
    }
  }
`);

export type Meeting = ResultOf<typeof MeetingFields>;
export type Topic = Meeting['topics'][number];
export type Action = Meeting['actions'][number];
export type MeetingInput = VariablesOf<typeof SaveMeeting>['input'];
export type ActionInput = VariablesOf<typeof SaveAction>['input'];

/** How a mutation names a meeting. */
export const placeOf = ({ oneOnOneId, number }: Meeting) => ({ oneOnOneId, number });
