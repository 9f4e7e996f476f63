import type { KnownKey } from '../custody/copy-purpose';
import type { OpenKey } from './open-key';
import type { Run } from './run';

/** What the copy of a key's material has to be; undefined for a run that makes or finds its key otherwise. */
export function knownKeyOf(of: OpenKey | Run | undefined): KnownKey | undefined {
  if (of === undefined) return undefined;
  const practice = of.mode === 'practice';
  if (!('kind' in of)) {
    const { facts, region, aliases, materials } = of;
    const checkValues = materials?.map(({ copy }) => copy?.checkValue) ?? [undefined];
    return { practice, facts, region, aliases, checkValues };
  }
  if (of.kind !== 'reimport' && of.kind !== 'rotate') return undefined;
  const { before, region, alias, sentCheckValue, copyCheckValue } = of;
  const target = of.kind === 'reimport' ? of.target : undefined;
  return {
    practice,
    facts: before,
    region,
    aliases: alias === undefined ? [] : [alias],
    checkValues: [sentCheckValue ?? copyCheckValue ?? target?.checkValue],
  };
}
