import type { CallOutcome } from '../../aws/kms-port';
import type { KeyChange } from '../../schemas/act';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import type { TagView } from '../../shared/views/aws';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { changeOnce } from '../change-once';
import { ownAct } from './own-act';

/** The description, where it is to be another one. */
export const describeAs: Step<ActRun> = (context) => {
  const { kms, run } = context;
  const { description } = ownAct(run, 'relabel-key');
  return changeOnce(context, {
    operation: 'UpdateKeyDescription',
    isThere: async () => {
      if (description === undefined) return isSo;
      const seen = await describeKeyOf(context);
      return seen.outcome === 'done' ? { ...seen, value: seen.value.description === description } : seen;
    },
    send: () => kms.describeAs(run.key.keyId, description ?? ''),
  });
};

/** All tags that are added, or get another value, in one call. */
export const tagKey: Step<ActRun> = (context) => {
  const { kms, run } = context;
  const { set } = ownAct(run, 'relabel-key');
  return changeOnce(context, {
    operation: 'TagResource',
    isThere: () => tagsAre(context, (tags) => set.every((tag) => valueIn(tags, tag.key) === tag.value)),
    send: () => kms.tagKey(run.key.keyId, set),
  });
};

/** All tags that are taken off, in one call. AWS says nothing of those that are not there. */
export const untagKey: Step<ActRun> = (context) => {
  const { kms, run } = context;
  const { removed } = ownAct(run, 'relabel-key');
  return changeOnce(context, {
    operation: 'UntagResource',
    isThere: () => tagsAre(context, (tags) => removed.every((key) => valueIn(tags, key) === undefined)),
    send: () => kms.untagKey(run.key.keyId, removed),
  });
};

/** DescribeKey and ListResourceTags until all is as it was wanted, a minute at most. Error: act.notSeen. */
export const seeLabels: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const { description, set, removed } = ownAct(run, 'relabel-key');
  const isAsWanted = (described: string, tags: readonly TagView[]): boolean =>
    (description === undefined || described === description) &&
    set.every(({ key, value }) => valueIn(tags, key) === value) &&
    removed.every((key) => valueIn(tags, key) === undefined);
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    async () => {
      const described = await describeKeyOf(context);
      if (described.outcome !== 'done') return described;
      const tags = await listTagsOf(context);
      return tags.outcome === 'done' ? { ...tags, value: { key: described.value, tags: tags.value } } : tags;
    },
    (outcome) =>
      outcome.outcome === 'done'
        ? !isAsWanted(outcome.value.key.description, outcome.value.tags)
        : isDisturbed(outcome),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const { key, tags } = seen.value;
  if (!isAsWanted(key.description, tags)) return failed(localError('run', 'act.notSeen', undefined, 'same'));
  run.key = key;
  run.checkedAt = ports.clock.now();
  run.changes = changesOf(run, key.description, tags);
  return done(seen.requestId);
};

function changesOf(run: ActRun, description: string, tags: readonly TagView[]): readonly KeyChange[] {
  const { set, removed } = ownAct(run, 'relabel-key');
  const changed = (what: KeyChange['what'], before: string, after: string, name?: string): KeyChange[] =>
    before === after ? [] : [{ what, before, after, ...definedOnly({ name }) }];
  return [
    ...changed('description', run.before.description, description),
    ...[...set.map(({ key }) => key), ...removed].flatMap((key) =>
      changed('tag', valueIn(run.tagsBefore ?? [], key) ?? '', valueIn(tags, key) ?? '', key),
    ),
  ];
}

/** Nobody wants it changed, so nothing has to be asked. */
const isSo: CallOutcome<boolean> = { outcome: 'done', value: true };

async function tagsAre(
  context: StepContext<ActRun>,
  areSo: (tags: readonly TagView[]) => boolean,
): Promise<CallOutcome<boolean>> {
  const { set, removed } = ownAct(context.run, 'relabel-key');
  if (set.length === 0 && removed.length === 0) return isSo;
  const tags = await listTagsOf(context);
  return tags.outcome === 'done' ? { ...tags, value: areSo(tags.value) } : tags;
}

const listTagsOf = ({ call, kms, run }: StepContext<ActRun>) =>
  call('ListResourceTags', () => kms.listTags(run.key.keyId));

const valueIn = (tags: readonly TagView[], key: string): string | undefined =>
  tags.find((tag) => tag.key === key)?.value;
