import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSay } from '../ui/use-say.js';
import {
  inputOf,
  type PlanRule,
  type PlanRuleInput,
  RemovePlanRule,
  SavePlanRule,
} from './plan-rule.js';

/** Who is on which plan is stale after a rule changed. */
const touches = { additionalTypenames: ['Plan', 'PlanRule', 'PlanAssignment'] };

/** Saving and removing rules; each message offers to make it undone. */
export function useRuleActions(planId: string, onDone: () => void) {
  const { t } = useTranslation('plan-rule');
  const say = useSay();
  const [saving, save] = useMutation(SavePlanRule);
  const [removing, remove] = useMutation(RemovePlanRule);

  /** True when it was saved. */
  async function saveRule(input: PlanRuleInput, before?: PlanRule): Promise<boolean> {
    const { data, error } = await save({ input }, touches);
    if (error || !data) {
      if (error) say.problem(error);
      return false;
    }
    const { id } = data.savePlanRule;
    offerUndo(id, t('saved'), () =>
      before ? save({ input: inputOf(planId, before) }, touches) : remove({ id }, touches),
    );
    onDone();
    return true;
  }

  async function removeRule(rule: PlanRule): Promise<boolean> {
    const { error } = await remove({ id: rule.id }, touches);
    if (error) {
      say.problem(error);
      return false;
    }
    offerUndo(rule.id, t('removed'), () => save({ input: inputOf(planId, rule) }, touches));
    onDone();
    return true;
  }

  function offerUndo(
    id: string,
    message: string,
    undo: () => ReturnType<typeof save | typeof remove>,
  ) {
    say.undoable(id, message, async () => {
      const { error } = await undo();
      if (error) say.problem(error);
      else say.done(t('undone'));
      onDone();
    });
  }

  return { busy: saving.fetching || removing.fetching, saveRule, removeRule };
}
