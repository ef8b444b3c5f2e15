import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

export const QuestionFields = graphql(`
  fragment QuestionFields on SurveyQuestion {
    id
    key
    kind
    driver
    positive
    text
    options
  }
`);

export const SurveyFields = graphql(
  `
    fragment SurveyFields on Survey {
      id
      name
      status
      cadence
      anchor
      hour
      openDays
      questionCount
      audience
      scoreThreshold
      commentThreshold
      waitForShare
      nextOn
      waitsForShare
      questions {
        ...QuestionFields
      }
      waves {
        id
        number
        status
        opensOn
        closesOn
        invited
        answered
      }
    }
  `,
  [QuestionFields],
);

export const SurveysQuery = graphql(
  `
    query Surveys {
      surveys {
        ...SurveyFields
      }
    }
  `,
  [SurveyFields],
);

export const SurveyResultsQuery = graphql(`
  query SurveyResults {
    surveyResults {
      id
      surveyId
      name
      number
      status
      opensOn
      heard
    }
  }
`);

export type SurveyResult = ResultOf<typeof SurveyResultsQuery>['surveyResults'][number];

export const SurveyQuery = graphql(
  `
    query Survey($id: ID!) {
      survey(id: $id) {
        ...SurveyFields
      }
    }
  `,
  [SurveyFields],
);

export const SurveyBankQuery = graphql(
  `
    query SurveyBank {
      surveyQuestions {
        ...QuestionFields
      }
      surveyTemplates {
        key
        name
        cadence
        questions
        questionCount
      }
      teams {
        id
        name
        parentId
        managers {
          id
        }
      }
    }
  `,
  [QuestionFields],
);

export const SaveSurvey = graphql(`
  mutation SaveSurvey($input: SurveyInput!) {
    saveSurvey(input: $input) {
      id
      name
    }
  }
`);

export const StartSurvey = graphql(`
  mutation StartSurvey($id: ID!) {
    startSurvey(id: $id) {
      id
      status
    }
  }
`);

export const EndSurvey = graphql(`
  mutation EndSurvey($id: ID!) {
    endSurvey(id: $id) {
      id
      status
    }
  }
`);

export const SaveSurveyQuestion = graphql(
  `
    mutation SaveSurveyQuestion($input: SurveyQuestionInput!) {
      saveSurveyQuestion(input: $input) {
        ...QuestionFields
      }
    }
  `,
  [QuestionFields],
);

export type Question = ResultOf<typeof QuestionFields>;
export type Survey = ResultOf<typeof SurveyFields>;
export type Wave = Survey['waves'][number];
export type Bank = ResultOf<typeof SurveyBankQuery>;
export type Template = Bank['surveyTemplates'][number];
export type SurveyInput = VariablesOf<typeof SaveSurvey>['input'];
export type QuestionInput = VariablesOf<typeof SaveSurveyQuestion>['input'];

/** What a change of a survey leaves stale, also the empty list. */
export const touchesSurveys = { additionalTypenames: ['Survey', 'SurveyWave', 'SurveyReport'] };
