import { useMutation } from 'urql';
import { useSay } from '../ui/use-say.js';
import { type Meeting, type MeetingInput, placeOf, SaveMeeting } from './meeting.js';
import { touchesOneOnOnes } from './one-on-one.js';

/** Changes when a meeting is or what became of it; answers whether it worked. */
export function useSaveMeeting(meeting: Meeting) {
  const say = useSay();
  const [{ fetching }, mutate] = useMutation(SaveMeeting);
  async function save(change: Omit<MeetingInput, 'oneOnOneId' | 'number'>, done: string) {
    const { error } = await mutate({ input: { ...placeOf(meeting), ...change } }, touchesOneOnOnes);
    if (error) say.problem(error);
    else say.done(done);
    return !error;
  }
  return { fetching, save };
}
