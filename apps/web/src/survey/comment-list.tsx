import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { wordsIn } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import { useGroupName } from './group-name.js';
import { type Comment, ReplyToComment, type Report } from './report.js';
import type { Question } from './survey.js';
import classes from './survey.module.css';

/** What was written, in no order that tells anything; a reply reaches its author without a name. */
export function CommentList({ report }: { report: Report }) {
  const { t } = useTranslation('survey');
  const { comments, wave } = report;
  const asked = wave.questions.filter(({ id }) => comments.some((each) => each.questionId === id));
  if (!asked.length)
    return <Text c="dimmed">{t('comments.none', { threshold: wave.commentThreshold })}</Text>;
  return (
    <Stack gap="lg">
      <Text c="dimmed" size="sm">
        {t('comments.lead')}
      </Text>
      {asked.map((question) => (
        <OneQuestion key={question.id} question={question} report={report} />
      ))}
    </Stack>
  );
}

/** As many as are read without scrolling far; the others on demand. */
const shownAtFirst = 8;

function OneQuestion({ question, report }: { question: Question; report: Report }) {
  const { t, i18n } = useTranslation('survey');
  const [all, setAll] = useState(false);
  const comments = report.comments.filter(({ questionId }) => questionId === question.id);
  return (
    <div>
      <Title order={3} size="h4" mb="sm">
        {wordsIn(question.text, i18n.language)}
      </Title>
      <Stack gap="md" align="flex-start">
        {comments.slice(0, all ? undefined : shownAtFirst).map((comment) => (
          <OneComment key={comment.id} comment={comment} report={report} />
        ))}
        {!all && comments.length > shownAtFirst && (
          <Button variant="default" onClick={() => setAll(true)}>
            {t('comments.all', { count: comments.length })}
          </Button>
        )}
      </Stack>
    </div>
  );
}

function OneComment({ comment, report }: { comment: Comment; report: Report }) {
  const { t } = useTranslation('survey');
  const nameOf = useGroupName();
  const [replying, setReplying] = useState(false);
  const group = report.groups.find(({ id }) => id === comment.groupId);
  return (
    <article className={classes.comment}>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{comment.text}</Text>
      <Group gap="sm">
        {group && group.dimension !== 'all' && (
          <Text size="sm" c="dimmed">
            {nameOf(group)}
          </Text>
        )}
        {comment.takesReplies && !replying && (
          <Button variant="subtle" size="compact-sm" onClick={() => setReplying(true)}>
            {t('reply.action')}
          </Button>
        )}
      </Group>
      {comment.replies.map((reply, i) => (
        <Text key={i} size="sm" mt={4}>
          <strong>{t('reply.given')}</strong> {reply}
        </Text>
      ))}
      {replying && <ReplyForm commentId={comment.id} onClose={() => setReplying(false)} />}
    </article>
  );
}

function ReplyForm({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const { t } = useTranslation(['survey', 'action']);
  const say = useSay();
  const [text, setText] = useState('');
  const [{ fetching }, reply] = useMutation(ReplyToComment);
  async function send() {
    const { error } = await reply({ commentId, text });
    if (error) return say.problem(error);
    say.done(t('said.replied'));
    onClose();
  }
  return (
    <Stack gap="xs" mt="xs">
      <Textarea
        label={t('reply.label')}
        description={t('reply.lead')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="sm" loading={fetching} disabled={!text.trim()} onClick={() => void send()}>
          {t('reply.send')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('action:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
