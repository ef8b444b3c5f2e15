import { Rational } from '@laurel/shared/core';

/** What is known of a wave before anybody reads an answer. */
export type Attendance = {
  readonly invited: number;
  /** Gave at least one answer. */
  readonly started: number;
  /** Answered every question. */
  readonly completed: number;
  readonly questions: number;
  /** Answers of all people together; a question skipped on purpose has been answered here. */
  readonly answers: number;
};

/** Each rate in percent, exactly, and named by its denominator; null where that is 0. */
export type Rates = {
  readonly participation: Rational | null;
  readonly response: Rational | null;
  readonly completionOfStarted: Rational | null;
  readonly completionOfInvited: Rational | null;
};

/** The three rates of a wave, and completion also of all invited. */
export const ratesOf = ({
  invited,
  started,
  completed,
  questions,
  answers,
}: Attendance): Rates => ({
  participation: percent(started, invited),
  response: percent(answers, invited * questions),
  completionOfStarted: percent(completed, started),
  completionOfInvited: percent(completed, invited),
});

const percent = (part: number, whole: number): Rational | null =>
  whole === 0 ? null : Rational.of(100n * BigInt(part), BigInt(whole));
