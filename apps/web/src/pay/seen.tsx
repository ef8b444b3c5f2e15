import { useSignedIn } from '../session/session.js';
import { ChangedSince } from './changed-since.js';
import type { Statement } from './statement.js';
import { Versions } from './versions.js';

type Props = {
  readonly statement: Statement;
  readonly memberId: string;
  readonly onSeen: () => void;
};

/** My own statement: what changed since I looked. Somebody else's: what that person has seen of it. */
export function Seen({ statement, memberId, onSeen }: Props) {
  const { member } = useSignedIn();
  return memberId === member.id ? (
    <ChangedSince statement={statement} memberId={memberId} onSeen={onSeen} />
  ) : (
    <Versions key={statement.period} statement={statement} memberId={memberId} />
  );
}
