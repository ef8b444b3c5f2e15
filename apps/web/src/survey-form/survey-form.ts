import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

const SurveyFormFields = graphql(`
  fragment SurveyFormFields on SurveyForm {
    waveId
    name
    organizationName
    closesOn
    scoreThreshold
    commentThreshold
    dimensions
    answered
    questions {
      id
      kind
      text
      options
    }
  }
`);

export const SurveyFormQuery = graphql(
  `
    query SurveyForm($ticket: String!) {
      surveyForm(ticket: $ticket) {
        ...SurveyFormFields
      }
    }
  `,
  [SurveyFormFields],
);

export const MySurveysQuery = graphql(
  `
    query MySurveys {
      mySurveys {
        ...SurveyFormFields
      }
    }
  `,
  [SurveyFormFields],
);

export const AnswerSurvey = graphql(`
  mutation AnswerSurvey($input: AnswerSurveyInput!) {
    answerSurvey(input: $input)
  }
`);

export const SurveyRepliesQuery = graphql(`
  query SurveyReplies($mailboxes: [String!]!) {
    surveyReplies(mailboxes: $mailboxes) {
      comment
      text
      writtenOn
    }
  }
`);

export type SurveyForm = ResultOf<typeof MySurveysQuery>['mySurveys'][number];
export type Question = SurveyForm['questions'][number];
export type AnswerInput = VariablesOf<typeof AnswerSurvey>['input'];

/** How somebody may answer: by the link of a mail, or signed in. */
export type Access = Pick<AnswerInput, 'ticket' | 'waveId'>;

/** Once answers are sent, what I am asked is read again. */
export const touchesForms = { additionalTypenames: ['SurveyForm'] };
