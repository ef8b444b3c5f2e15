import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSay } from '../ui/use-say.js';
import {
  type Action,
  type ActionInput,
  type Meeting,
  placeOf,
  RemoveAction,
  SaveAction,
} from './meeting.js';
import { touchesOneOnOnes } from './one-on-one.js';
import { UndoText } from './undo-text.js';

/** What can be done with the action items of a meeting; saving answers whether it worked. */
export function useActions(meeting: Meeting) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const [, mutate] = useMutation(SaveAction);
  const [, drop] = useMutation(RemoveAction);
  const place = placeOf(meeting);
  async function save(input: Omit<ActionInput, 'oneOnOneId' | 'number'>): Promise<boolean> {
    const { error } = await mutate({ input: { ...place, ...input } }, touchesOneOnOnes);
    if (error) say.problem(error);
    return !error;
  }
  async function remove(action: Action) {
    const { error } = await drop({ ...place, id: action.id }, touchesOneOnOnes);
    if (error) return say.problem(error);
    const { id: _, ...again } = inputOf(action);
    say.done(<UndoText onUndo={() => void save(again)}>{t('said.removed')}</UndoText>);
  }
  return {
    save,
    remove,
    tick: (action: Action, done: boolean) => save({ ...inputOf(action), done }),
  };
}
export type Actions = ReturnType<typeof useActions>;

const inputOf = ({ id, text, owner, dueOn, doneOn }: Action) => ({
  id,
  text,
  ownerId: owner.id,
  dueOn,
  done: doneOn !== null,
});
