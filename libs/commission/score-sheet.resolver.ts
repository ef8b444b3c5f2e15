import { Member, MemberLoader } from '@laurel/people';
import { PageInput } from '@laurel/shared';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ScoreSheet, ScoreSheetRow } from './score-sheet.js';
import { ScoreSheets } from './score-sheet.service.js';

@Resolver(() => ScoreSheetRow)
export class ScoreSheetResolver {
  constructor(
    private readonly sheets: ScoreSheets,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => ScoreSheet, {
    description: 'Whose plans have what scored in a period, and what it is so far, by name.',
  })
  scoreSheet(
    @Args('period') period: string,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.sheets.page(period, search, page);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: ScoreSheetRow) {
    return this.members.load(memberId);
  }
}
