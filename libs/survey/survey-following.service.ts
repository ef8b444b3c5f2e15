import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { SurveyAction } from './survey-action.entity.js';
import { SurveyComment, SurveyReply } from './survey-answer.entity.js';
import { checkedText } from './survey-checks.js';
import { SurveyReports } from './survey-report.service.js';
import type { SurveyWave } from './survey-wave.entity.js';
import type { SurveyActionInput } from './survey.input.js';
import { WaveClose } from './wave-close.service.js';

/** What those who lead do about a wave: close it, share it, act on it, reply. */
@Injectable()
export class SurveyFollowing {
  constructor(
    private readonly closing: WaveClose,
    private readonly database: Database,
    private readonly reports: SurveyReports,
  ) {}

  /** Ends a running wave; the worker closes it. */
  close(waveId: string): Promise<SurveyWave> {
    return this.database.transaction(async (tx) => {
      const wave = await this.reports.leading(tx, waveId, 'all');
      if (wave.status !== 'open')
        throw new Problem('WAVE_CLOSED', 'This wave has been closed already.');
      await this.closing.closeEarly(tx, waveId);
      return wave;
    });
  }

  /** Shows a closed wave to everybody it asked, with what was heard; the next wave may come. */
  share(waveId: string, heard: string | null): Promise<SurveyWave> {
    return this.database.transaction(async (tx) => {
      const wave = await this.reports.leading(tx, waveId, 'all');
      if (wave.status === 'open')
        throw new Problem('WAVE_OPEN', 'Nothing can be shared before the wave has closed.');
      await this.closing.share(tx, wave, heard && checkedText('heard', heard));
      return this.reports.leading(tx, waveId);
    });
  }

  saveAction({ id, ...input }: SurveyActionInput): Promise<SurveyAction> {
    return this.database.transaction(async (tx) => {
      const wave = await this.reports.leading(tx, input.waveId, input.groupId);
      const before = id ? await tx.findOneBy(SurveyAction, { id, surveyId: wave.surveyId }) : null;
      if (id && !before) throw new Problem('NOT_FOUND', 'There is no such action here.', { id });
      if (before) await this.reports.leading(tx, before.waveId, before.groupId);
      const [owner] = await tx.query(`select id from member where id = $1`, [input.ownerId]);
      if (!owner)
        throw new Problem('NOT_FOUND', 'There is no such person here.', { field: 'ownerId' });
      return tx.save(
        tx.create(SurveyAction, {
          ...before,
          ...input,
          // An action stays with the wave that it came from.
          waveId: before?.waveId ?? wave.id,
          surveyId: wave.surveyId,
          text: checkedText('text', input.text, 500),
          doneOn: input.doneOn ?? null,
        }),
      );
    });
  }

  /** Leaves a reply where only the device of the comment's author looks. */
  reply(commentId: string, text: string): Promise<SurveyComment> {
    return this.database.transaction(async (tx) => {
      const comment = await tx.findOneBy(SurveyComment, { id: commentId });
      if (!comment)
        throw new Problem('NOT_FOUND', 'There is no such comment here.', { id: commentId });
      await this.reports.leading(tx, comment.waveId, comment.groupId);
      if (!comment.mailbox)
        throw new Problem('NO_MAILBOX', 'The author of this comment did not ask for replies.');
      await tx.query(
        `insert into survey_reply (comment_id, text, written_on) values ($1, $2, today())`,
        [commentId, checkedText('text', text)],
      );
      return comment;
    });
  }

  repliesTo(commentId: string): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.find(SurveyReply, {
        where: { commentId },
        order: { writtenOn: 'ASC' },
      });
      return rows.map(({ text }) => text);
    });
  }

  /** Replies in mailboxes, for whoever holds their secrets: nobody signs in for it. */
  async replies(mailboxes: readonly string[]): Promise<SurveyReply[]> {
    const found: SurveyReply[] = [];
    for (const mailbox of [...new Set(mailboxes)].slice(0, mostMailboxes))
      if (/^[0-9a-f]{64}$/.test(mailbox)) found.push(...(await this.opened(mailbox)));
    return found;
  }

  private async opened(mailbox: string): Promise<SurveyReply[]> {
    const comments: { organizationId: string; id: string; text: string }[] =
      await this.database.withSecret({ 'app.token_hash': mailbox }, (tx) =>
        tx.query(
          `select organization_id as "organizationId", id, text from survey_comment
           where mailbox = decode($1, 'hex')`,
          [mailbox],
        ),
      );
    const [comment] = comments;
    if (!comment) return [];
    return this.database.inOrganization(comment.organizationId, async (tx) => {
      const replies = await tx.findBy(SurveyReply, { commentId: comment.id });
      return replies.map((reply) => Object.assign(reply, { comment: comment.text }));
    });
  }
}

const mostMailboxes = 50;
