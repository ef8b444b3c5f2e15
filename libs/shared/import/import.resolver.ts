import {
  Args,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { Live, type LiveMap } from '../server/live.js';
import { PageInput } from '../server/page.js';
import { JsonScalar } from '../server/scalars.js';
import { formatGuess, type ColumnGuess, type FieldKind, type FieldSpec } from './core/index.js';
import { Import, ImportPage, ImportRejectionPage } from './import.entity.js';
import { ImportKinds } from './import.kind.js';
import { ImportService } from './import.service.js';
import {
  ImportColumn,
  ImportColumnInput,
  ImportLayout,
  ImportTarget,
  ImportUnknown,
  ImportValueInput,
} from './import.types.js';

@Resolver(() => Import)
export class ImportResolver {
  constructor(
    private readonly service: ImportService,
    private readonly kinds: ImportKinds,
    private readonly live: Live,
  ) {}

  @Query(() => ImportPage, { description: 'Files brought in, newest first.' })
  imports(@Args('page', { nullable: true }) page?: PageInput) {
    return this.service.list(page);
  }

  @Query(() => Import, { nullable: true })
  import(@Args('id', { type: () => ID }) id: string) {
    return this.service.find(id);
  }

  @Query(() => ImportRejectionPage, { description: 'What was refused, by line of the file.' })
  importRejections(
    @Args('importId', { type: () => ID }) importId: string,
    @Args('page', { nullable: true }) page?: PageInput,
  ) {
    return this.service.rejections(importId, page);
  }

  @Query(() => [ImportTarget], {
    description: 'What a value can be mapped to: member, product or account.',
  })
  importTargets(
    @Args('kind') kind: string,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ) {
    return this.service.targets(kind, search);
  }

  @Mutation(() => Import, { description: 'Keeps the mapping and starts the dry run.' })
  mapImport(
    @Args('id', { type: () => ID }) id: string,
    @Args('columns', { type: () => [ImportColumnInput] }) columns: ImportColumnInput[],
    @Args('values', { type: () => [ImportValueInput], nullable: true })
    values?: ImportValueInput[] | null,
  ) {
    return this.service.map(id, columns, values ?? []);
  }

  @Mutation(() => Import, { description: 'Brings in the accepted rows of a checked file.' })
  commitImport(@Args('id', { type: () => ID }) id: string) {
    return this.service.commit(id);
  }

  @Mutation(() => Import, { description: 'Takes an import back while nothing was built on it.' })
  undoImport(@Args('id', { type: () => ID }) id: string) {
    return this.service.undo(id);
  }

  @Subscription(() => Import, {
    filter: ({ importId }: LiveMap['import'], { id }: { id: string }) => importId === id,
    resolve(this: ImportResolver, { importId }: LiveMap['import']) {
      return this.service.find(importId);
    },
  })
  importProgress(@Args('id', { type: () => ID }) _id: string) {
    return this.live.subscribe('import');
  }

  @ResolveField(() => ImportLayout, { nullable: true })
  layout(@Parent() { kind, layout }: Import): ImportLayout | null {
    const { fields } = this.kinds.get(kind);
    return (
      layout && {
        encoding: layout.encoding,
        delimiter: layout.delimiter,
        columns: layout.columns.map((column) => shownColumn(column, fields)),
        fields: fields.map(({ name, kind, required = false }) => ({ name, kind, required })),
      }
    );
  }

  @ResolveField(() => JsonScalar, { nullable: true })
  mapping(@Parent() { mapping }: Import) {
    return mapping;
  }

  @ResolveField(() => [ImportUnknown])
  unknowns(@Parent() { findings }: Import) {
    return findings?.unknowns ?? [];
  }

  @ResolveField(() => JsonScalar, {
    nullable: true,
    description: 'The first rows as they were understood.',
  })
  sample(@Parent() { findings }: Import) {
    return findings?.sample ?? null;
  }

  @ResolveField(() => Boolean)
  undoable(@Parent() parent: Import) {
    return this.service.isUndoable(parent);
  }
}

/** A column without a guess shows the formats it would have as days, else as amounts. */
function shownColumn(column: ColumnGuess, fields: readonly FieldSpec[]): ImportColumn {
  const { name, samples, field, days } = column;
  const kind: FieldKind =
    fields.find((spec) => spec.name === field)?.kind ?? (days.formats.length ? 'day' : 'money');
  const guess = formatGuess(column, kind) ?? { format: null, formats: [], ambiguous: false };
  return { name, samples, field, ...guess };
}
