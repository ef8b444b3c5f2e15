import { graphql } from '../graphql/graphql.js';

export const SaveMoodWish = graphql(`
  mutation SaveOneOnOneMoodWish($oneOnOneId: ID!, $mood: Boolean!) {
    saveOneOnOneMoodWish(oneOnOneId: $oneOnOneId, mood: $mood) {
      id
      moodWish
      mood
    }
  }
`);

export const SaveMood = graphql(`
  mutation SaveOneOnOneMood($oneOnOneId: ID!, $number: Int!, $mood: Int) {
    saveOneOnOneMood(oneOnOneId: $oneOnOneId, number: $number, mood: $mood) {
      oneOnOneId
      number
    }
  }
`);

/** From bad to very good. */
export const moods = [1, 2, 3, 4, 5] as const;
