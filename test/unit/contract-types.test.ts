import { describe, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Handlers } from '../../main/ipc/answer';
import type { Recipe } from '../../main/run/recipe';
import type { CreateRun, FinishRun, Run } from '../../main/run/run';
import type { Inferred } from '../../main/schemas/inferred';
import type { keyFacts, KeyDraft, KeyFacts } from '../../main/schemas/key';
import type { requests } from '../../main/schemas/requests';
import type { notedRun } from '../../main/schemas/run';
import type { RequestOf, Verb, verbs } from '../../main/shared/contract';
import type { PageVerbs } from '../../main/shared/page-api';

// What must not compile says so by `@ts-expect-error`: where it does compile, tsc calls that line unused.

describe('the contract', () => {
  it('has one schema, one handler and one function of the page for each verb, and no more', () => {
    expectTypeOf<keyof typeof requests>().toEqualTypeOf<Verb>();
    expectTypeOf<keyof Handlers>().toEqualTypeOf<Verb>();
    expectTypeOf<keyof PageVerbs<File>>().toEqualTypeOf<Verb>();
    expectTypeOf<(typeof verbs)[number]>().toEqualTypeOf<Verb>();
  });

  it('does not compile with a verb that has no handler', () => {
    expectTypeOf<Omit<Handlers, 'leaveJob'>>().not.toExtend<Handlers>();
    // @ts-expect-error A page function is missing.
    expectTypeOf<Omit<PageVerbs<File>, 'leaveJob'>>().toExtend<PageVerbs<File>>();
  });

  it('does not compile with a field that is missing, or an enum that is narrower than what is sent', () => {
    type Draft = RequestOf<'planKey'>['draft'];
    expectTypeOf<Draft>().toEqualTypeOf<KeyDraft>();
    expectTypeOf<Omit<KeyDraft, 'multiRegion'>>().not.toExtend<Draft>();
    type Narrower = z.ZodEnum<{ RSA_2048: 'RSA_2048' }>;
    expectTypeOf<Inferred<Narrower>>().not.toEqualTypeOf<Draft['wrappingKeySpec']>();
    // @ts-expect-error The preload resolves files; the page itself has no text to send for one.
    expectTypeOf<readonly string[]>().toExtend<Parameters<PageVerbs<File>['findCopy']>[0]['files']>();
  });
});

describe('the notes', () => {
  it('say what a run in memory says, but for its material', () => {
    expectTypeOf<Inferred<typeof keyFacts>>().toEqualTypeOf<KeyFacts>();
    expectTypeOf<Omit<CreateRun, 'material'>>().toExtend<
      Omit<Extract<z.output<typeof notedRun>, { kind: 'create' }>, never>
    >();
    expectTypeOf<FinishRun>().toEqualTypeOf<Extract<z.output<typeof notedRun>, { kind: 'finish' }>>();
  });
});

describe('a recipe', () => {
  it('is of one kind of run, and takes no step that needs what its runs do not have', () => {
    expectTypeOf<Run['kind']>().toEqualTypeOf<
      'create' | 'finish' | 'reimport' | 'rotate' | 'add-by-policy' | 'add-by-grant' | 'act'
    >();
    expectTypeOf<Recipe<CreateRun>['stages'][number]>().not.toExtend<Recipe<FinishRun>['stages'][number]>();
  });
});
