import type { ReadStatement } from '../../shared/views/policy';
import type { BoundStatement } from '../../shared/views/acts';

/**
 * What of a key a statement can go by, in small letters: AWS does not tell capitals there. Sources: IAM User Guide, "AWS
 * global condition context keys"; AWS KMS Developer Guide, "AWS KMS condition keys".
 */
const bindings = {
  tags: (key: string) => /^aws:(resourcetag\/|requesttag\/|tagkeys$)/.test(key),
  aliases: (key: string) => /^kms:(resourcealiases|requestalias)$/.test(key),
  regions: (key: string) => /^(aws:requestedregion|kms:(viaservice|replicaregion|primaryregion))$/.test(key),
} as const;

export type Binding = keyof typeof bindings;

/**
 * Statements whose conditions go by the tags of the key, by its aliases, or by a Region.
 *
 * @param region where values and resources that name it count as well; for `regions`
 */
export function boundStatements(
  statements: readonly ReadStatement[],
  by: Binding,
  region?: string,
): readonly BoundStatement[] {
  const names = (text: string): boolean => region !== undefined && text.includes(region);
  return statements.flatMap(({ sid, effect, conditions = [], resources = [] }, at) => {
    const bound = [
      ...conditions
        .filter(({ key, values }) => bindings[by](key.toLowerCase()) || values.some(names))
        .map(({ key, values }) => ({ key, values })),
      ...(resources.some(names) ? [{ key: 'Resource', values: resources }] : []),
    ];
    if (bound.length === 0) return [];
    return [{ sid, number: at + 1, denies: effect === 'Deny', by: bound }];
  });
}
