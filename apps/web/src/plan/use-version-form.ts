import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import type { Plan, PlanVersion } from './plan-fields.js';
import { templateOf, written } from './plan-templates.js';
import { useDraft } from './use-draft.js';

const SavePlan = graphql(`
  mutation SavePlan($id: ID, $name: String!, $effectiveFrom: Day!, $document: JSON!) {
    savePlan(id: $id, name: $name, effectiveFrom: $effectiveFrom, document: $document) {
      id
      number
      plan {
        id
      }
    }
  }
`);

/** What is written of the next version, kept as a draft on this device or published. */
export function useVersionForm(plan: Plan | undefined, base: PlanVersion | undefined) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const navigate = useNavigate();
  const { organization, member } = useSignedIn();
  const [{ fetching }, save] = useMutation(SavePlan);
  const [start] = useState(() =>
    written(base?.document ?? templateOf('tiers', organization.currency)),
  );
  const [name, setName] = useState(plan?.name ?? '');
  const [from, setFrom] = useState<string | null>(() => todayIn(organization.timeZone));
  const [text, setText] = useState(start);
  const { draft, keep, remove } = useDraft(organization.id, member.id, plan?.id);
  const { unsaved, settle } = useUnsaved(`${name}\n${text}`);

  function saveDraft() {
    keep({ name, from, text });
    settle();
    say.done(t('editor.draft.saved'));
  }

  async function publish() {
    if (!from) return;
    const { data, error } = await save(
      { id: plan?.id ?? null, name: name.trim(), effectiveFrom: from, document: JSON.parse(text) },
      { additionalTypenames: ['Plan'] },
    );
    if (error) return say.problem(error);
    remove();
    settle();
    say.done(t('form.saved', { plan: name.trim() }));
    void navigate(`/plans/${data!.savePlan.plan.id}?version=${data!.savePlan.number}`);
  }

  const removeDraft = remove;
  const fields = { start, name, setName, from, setFrom, text, setText };
  return { ...fields, draft, saveDraft, removeDraft, unsaved, publish, publishing: fetching };
}

/** Whether what is written differs from what was kept last. */
function useUnsaved(written: string) {
  const kept = useRef(written);
  const now = useRef(written);
  now.current = written;
  return {
    unsaved: useCallback(() => now.current !== kept.current, []),
    settle: () => {
      kept.current = now.current;
    },
  };
}
