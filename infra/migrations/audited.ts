import type pg from 'pg';

/** Tables whose changes are not noted in the audit trail, each with the reason. */
const unaudited: Readonly<Record<string, string>> = {
  audit: 'the trail itself',
  outbox: 'work that is due',
  waiting_work: 'work that waits for a period to be open',
  idempotency: 'answers already given',
  import_chunk: 'bytes of a file; the import is noted',
  import_rejection: 'rows that did not come in; the import counts them',
  import_change: 'rows of an import; the import counts them',
  credit_entry: 'follows from deals and teams',
  credit_month: 'follows from credits',
  credit_month_due: 'months whose credits changed',
  correction: 'follows from credits and plans; it is a ledger itself',
  late_change: 'what was done to deals, which is noted',
  posted_credits: 'follows from credits',
  member_role: 'follows from changes of people, which are noted',
  earning: 'follows from credits and plans',
  statement: 'follows from earnings',
  statement_version: 'a copy of what somebody looked at; that they did is noted',
  payout_rate: 'a copy of rates and currencies, whose changes are noted',
  standing: 'follows from credits',
  counted_board: 'follows from standings',
  award: 'follows from standings',
  mail_failure: 'what a mail server answered',
  survey_ticket: 'who has answered; it ends with the wave',
  survey_sheet: 'what somebody answered',
  survey_answer: 'what somebody answered',
  survey_comment: 'what somebody wrote',
  survey_reply: 'tells what somebody wrote; that there was a reply is noted',
  survey_result: 'follows from answers',
  one_on_one: 'what two people agree between them; that they did is noted',
  one_on_one_meeting: 'what two people say to each other',
  one_on_one_topic: 'what two people say to each other',
  one_on_one_action: 'what two people say to each other',
  one_on_one_wish: 'how somebody wants to be reminded',
  one_on_one_mood: 'what two people say to each other',
  one_on_one_share: 'what an employee shows a manager; that they did is noted',
  private_note: 'what somebody writes for nobody else',
  note_key: 'the key of private notes',
};

/** Tables of which only some changes are noted. */
const events: Readonly<Record<string, string>> = {
  // Whoever first looks at a period makes its row.
  period: 'update or delete',
};

type Table = { name: string; key: string; attached: boolean };

const tenantTables = `
  select relname as name,
    (select string_agg(attname, ',' order by array_position(indkey::int2[], attnum))
     from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
     where indrelid = pg_class.oid and indisprimary and attname <> 'organization_id') as key,
    exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'audit_gather') as attached
  from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'organization_id')`;

/**
 * Has every tenant table note its changed rows, those of later migrations too. The condition is looked
 * at before anything is queued, so that imports and jobs, which do not ask for notes, pay nothing.
 */
export async function attachAudit(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<Table>(tenantTables);
  for (const { name, key, attached } of rows) {
    const wanted = !(name in unaudited);
    if (attached && !wanted) await owner.query(`drop trigger audit_gather on ${name}`);
    if (wanted && !attached)
      await owner.query(`
        create trigger audit_gather after ${events[name] ?? 'insert or update or delete'} on ${name}
        for each row when (current_setting('app.audit', true) = 'on')
        execute function audit_gather('${key ?? 'organization_id'}')`);
  }
}
