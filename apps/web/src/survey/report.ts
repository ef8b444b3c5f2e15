import { graphql, type ResultOf } from '../graphql/graphql.js';
import { QuestionFields } from './survey.js';

export const CellFields = graphql(
  `
    fragment CellFields on SurveyCell {
      item
      groupId
      driver
      people
      counts
      shares
      mean
      score
      low
      high
      rate
      change
      clear
      question {
        ...QuestionFields
      }
    }
  `,
  [QuestionFields],
);

export const ReportQuery = graphql(
  `
    query SurveyReport($waveId: ID!) {
      surveyReport(waveId: $waveId) {
        wave {
          id
          surveyId
          name
          number
          status
          opensOn
          closesOn
          invited
          answered
          heard
          scoreThreshold
          commentThreshold
          undelivered {
            address
            reason
          }
          questions {
            ...QuestionFields
          }
        }
        groups {
          id
          dimension
          name
          parent
        }
        mine {
          groupId
          into
        }
        cells {
          ...CellFields
        }
        comments {
          id
          questionId
          groupId
          text
          takesReplies
          replies
        }
        links {
          question {
            ...QuestionFields
          }
          correlation
          people
        }
        actions {
          id
          waveId
          groupId
          text
          dueOn
          doneOn
          owner {
            id
            name
          }
        }
      }
    }
  `,
  [CellFields, QuestionFields],
);

export const TrendQuery = graphql(`
  query SurveyTrend($surveyId: ID!, $item: String!, $groupId: String!) {
    surveyTrend(surveyId: $surveyId, item: $item, groupId: $groupId) {
      wave {
        id
        number
        opensOn
      }
      cell {
        score
        low
        high
      }
    }
  }
`);

export const CloseWave = graphql(`
  mutation CloseSurveyWave($id: ID!) {
    closeSurveyWave(id: $id) {
      id
      status
    }
  }
`);

export const ShareWave = graphql(`
  mutation ShareSurveyWave($id: ID!, $heard: String) {
    shareSurveyWave(id: $id, heard: $heard) {
      id
      status
      heard
    }
  }
`);

export const SaveAction = graphql(`
  mutation SaveSurveyAction($input: SurveyActionInput!) {
    saveSurveyAction(input: $input) {
      id
      doneOn
    }
  }
`);

export const ReplyToComment = graphql(`
  mutation ReplyToSurveyComment($commentId: ID!, $text: String!) {
    replyToSurveyComment(commentId: $commentId, text: $text) {
      id
      replies
    }
  }
`);

export type Report = ResultOf<typeof ReportQuery>['surveyReport'];
export type Cell = Report['cells'][number];
export type ReportGroup = Report['groups'][number];
export type Action = Report['actions'][number];
export type Comment = Report['comments'][number];
