import type { BoundStatement, KeyAct } from '../../../../main/shared/views/acts';
import type { TagView } from '../../../../main/shared/views/aws';

export type Relabel = Extract<KeyAct, { do: 'relabel-key' }>;

/** Whether there is something to change, and nothing of it is half written. */
export const isRelabelComplete = ({ description, set, removed }: Relabel): boolean =>
  (description !== undefined || set.length + removed.length > 0) && set.every(({ key }) => key !== '');

/** AWS keeps its own, and Keyferry recognizes its keys by the other. */
export const isFixed = (key: string): boolean => /^aws:/i.test(key) || key === 'keyferry:ceremony';

export function changesFrom(
  own: readonly TagView[],
  rows: readonly TagView[],
): Pick<Relabel, 'set' | 'removed'> {
  const written = rows.filter(({ key, value }) => key !== '' || value !== '');
  return {
    set: written.filter((row) => !own.some(({ key, value }) => key === row.key && value === row.value)),
    removed: own.map(({ key }) => key).filter((key) => !written.some((row) => row.key === key)),
  };
}

/** AWS does not tell capitals in the name of a condition. */
export function goesBy({ by }: BoundStatement, { set, removed }: Relabel): boolean {
  const changed = [...set.map(({ key }) => key), ...removed].map((key) => key.toLowerCase());
  return by.some(({ key }) => {
    const [, tag] = /^aws:(?:resource|request)tag\/(.*)$/.exec(key.toLowerCase()) ?? [];
    return tag === undefined ? changed.length > 0 : changed.includes(tag);
  });
}
