import type { AnswerInput } from './survey-form.js';

/** What was chosen so far, by question: a step, the position of an option, or words. */
export type Answers = Readonly<Record<string, number | string>>;

/** Answers on their way; the secret makes sure that they count once, however often they are sent. */
export type Draft = {
  readonly secret: string;
  readonly answers: Answers;
  /** By question: where a reply to each text is left, which finds this device and no name. */
  readonly mailboxes: Readonly<Record<string, string>>;
};

const draftKey = (waveId: string) => `laurel.survey.${waveId}`;
const mailboxesKey = 'laurel.survey.mailboxes';
const mostMailboxes = 50;

/** 256 random bits as 64 hexadecimal digits. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The draft that this device keeps of a wave, or a new one. */
export function draftOf(waveId: string, device: Storage = localStorage): Draft {
  const kept = read<Partial<Draft>>(device, draftKey(waveId));
  return {
    secret: kept?.secret ?? randomHex(),
    answers: kept?.answers ?? {},
    mailboxes: kept?.mailboxes ?? {},
  };
}

/** Keeps the draft on this device and nowhere else. */
export function keepDraft(waveId: string, draft: Draft, device: Storage = localStorage): void {
  write(device, draftKey(waveId), draft);
}

/** Once it is sent nothing of it stays here. */
export function forgetDraft(waveId: string, device: Storage = localStorage): void {
  try {
    device.removeItem(draftKey(waveId));
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** The draft with a mailbox for each text, the same for every try to send it. */
export function withMailboxes(draft: Draft): Draft {
  const texts = Object.entries(draft.answers).filter(([, answer]) => typeof answer === 'string');
  const fresh = Object.fromEntries(texts.map(([question]) => [question, randomHex()]));
  return { ...draft, mailboxes: { ...fresh, ...draft.mailboxes } };
}

/** What is sent: nothing that is blank. */
export function answersOf({
  secret,
  answers,
  mailboxes: own,
}: Draft): Pick<AnswerInput, 'secret' | 'answers'> {
  const given = Object.entries(answers).filter(([, answer]) => String(answer).trim() !== '');
  return {
    secret,
    answers: given.map(([question, answer]) =>
      typeof answer === 'number'
        ? { question, value: answer }
        : { question, text: answer.trim(), mailbox: own[question]! },
    ),
  };
}

/** Mailboxes of comments sent from this device, newest first. */
export const mailboxes = (device: Storage = localStorage): readonly string[] =>
  read<string[]>(device, mailboxesKey) ?? [];

/** Remembers the mailboxes of what was sent. */
export function keepMailboxes(
  { answers }: Pick<AnswerInput, 'answers'>,
  device: Storage = localStorage,
): void {
  const fresh = answers.flatMap(({ mailbox }) => mailbox ?? []);
  write(device, mailboxesKey, [...fresh, ...mailboxes(device)].slice(0, mostMailboxes));
}

function read<T>(device: Storage, key: string): T | null {
  try {
    return JSON.parse(device.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** A device that keeps nothing, as in a private window, can answer all the same. */
function write(device: Storage, key: string, value: unknown): void {
  try {
    device.setItem(key, JSON.stringify(value));
  } catch {
    // There is no draft then.
  }
}
