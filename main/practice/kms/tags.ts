import { invalid, refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { Call } from '../world';
import { findKey } from './find-key';
import { requireNotDeleted } from './key-state';
import { pageOf } from './paging';

const maxTags = 50;
const tagCharacters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * The tags of a request. The texts of refusals were recorded from AWS.
 * @throws AwsFault TagException or ValidationException.
 */
export function readTags(input: Fields): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const [index, tag] of (input.optionalList('Tags') ?? []).entries()) {
    const at = (member: string) => `tags.${index + 1}.member.${member}`;
    const key = tag.text('TagKey', { min: 1, max: 128, position: at('tagKey') });
    const value = tag.text('TagValue', { max: 256, position: at('tagValue') });
    if (key.toLowerCase().startsWith('aws:')) refuse('TagException', 'Tags beginning with aws: are reserved');
    if (!tagCharacters.test(key))
      invalid(key, at('tagKey'), 'Member must consist of letters, digits, spaces and _.:/=+-@');
    if (!tagCharacters.test(value))
      invalid(value, at('tagValue'), 'Member must consist of letters, digits, spaces and _.:/=+-@');
    if (tags.has(key)) refuse('TagException', 'Duplicate tag keys');
    tags.set(key, value);
  }
  if (tags.size > maxTags) refuse('TagException', 'Too many tags');
  return tags;
}

export function tagResource(call: Call, input: Fields): object {
  const key = findKey(call, input);
  requireNotDeleted(key);
  const added = readTags(input);
  if (new Set([...key.tags.keys(), ...added.keys()]).size > maxTags) refuse('TagException', 'Too many tags');
  for (const [name, value] of added) key.tags.set(name, value);
  return {};
}

export function untagResource(call: Call, input: Fields): object {
  const key = findKey(call, input);
  requireNotDeleted(key);
  for (const name of input.texts('TagKeys')) key.tags.delete(name);
  return {};
}

export function listResourceTags(call: Call, input: Fields): object {
  const tags = [...findKey(call, input).tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
  const { page, rest } = pageOf(tags, input, { usual: 50, maximum: 50 });
  return { Tags: page, ...rest };
}
