import { Loader, type Team, TeamLoader } from '@laurel/people';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';

/** The team in which a payee ended the period, or is today while it runs; for queries on `statement`. */
export const teamOfPayee = `(
  select membership.team_id from membership
  join period on period.name = statement.period
  where membership.member_id = statement.payee_id
    and membership.from_day <= least(period.to_day - 1, today())
    and (membership.to_day is null or membership.to_day > least(period.to_day - 1, today())))`;

/** Teams of statements: one statement of SQL for all of a request. */
@Injectable()
export class StatementTeams {
  private readonly teamIds = new Loader((ids) => this.find(ids));

  constructor(
    private readonly database: Database,
    private readonly teams: TeamLoader,
  ) {}

  async of(statementId: string): Promise<Team | undefined> {
    const teamId = await this.teamIds.load(statementId);
    return teamId === undefined ? undefined : this.teams.team(teamId);
  }

  private async find(ids: string[]): Promise<Map<string, string>> {
    const rows: { id: string; teamId: string | null }[] = await this.database.transaction((tx) =>
      tx.query(`select id, ${teamOfPayee} as "teamId" from statement where id = any($1)`, [ids]),
    );
    return new Map(rows.flatMap(({ id, teamId }) => (teamId ? [[id, teamId]] : [])));
  }
}
