import { useTranslation } from 'react-i18next';
import { type CombinedError, useMutation } from 'urql';
import { useSay } from '../ui/use-say.js';
import { type Meeting, MoveTopic, placeOf, RemoveTopic, SaveTopic, type Topic } from './meeting.js';
import { UndoText } from './undo-text.js';

/** What can be done with the topics of a meeting; each answers whether it worked, and says why not. */
export function useTopics(meeting: Meeting) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const [, save] = useMutation(SaveTopic);
  const [, move] = useMutation(MoveTopic);
  const [, remove] = useMutation(RemoveTopic);
  const place = placeOf(meeting);
  const told = ({ error }: { error?: CombinedError | undefined }): boolean => {
    if (error) say.problem(error);
    return !error;
  };
  const add = async (text: string, settled = false) =>
    told(await save({ input: { ...place, text, settled } }));
  return {
    add,
    change: async (
      { id, version, text }: Topic,
      change: { readonly text?: string; readonly settled?: boolean },
    ) => told(await save({ input: { ...place, id, version, text, ...change } })),
    move: async (topic: Topic, to: number) =>
      told(await move({ ...place, id: topic.id, place: to })),
    remove: async ({ id, text, settled }: Topic) => {
      if (!told(await remove({ ...place, id }))) return;
      say.done(
        <UndoText onUndo={() => void add(text, settled !== null)}>{t('said.removed')}</UndoText>,
      );
    },
  };
}
export type Topics = ReturnType<typeof useTopics>;
