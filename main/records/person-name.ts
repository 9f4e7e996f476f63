import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import type { PeopleView, PersonView } from '../shared/views/record';
import { definedOnly } from '../shared/defined-only';
import { err, ok, type Result } from '../shared/result';

type Field = 'operator' | 'operatorRole' | 'witness' | 'witnessRole';
type Reason = 'empty' | 'tooLong' | 'character' | 'mixedScripts' | 'samePerson';

const refused = (field: Field, reason: Reason, facts: Record<string, string | number> = {}) =>
  err(localError('record', 'record.person', { field, reason, ...facts }));

/** Scripts whose letters look alike: one word of a name may use only one of them. */
const lookAlikes = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * Checks who took part, and returns it as the record will say it.
 *
 * @returns names and roles in NFC, without spaces around them.
 * Errors: record.person {field, reason, character?, maxChars?}.
 */
export function checkPeople({ operator, witness }: PeopleView): Result<PeopleView> {
  const first = checkPerson(operator, 'operator', 'operatorRole');
  if (!first.ok) return first;
  if (witness === 'none') return ok({ operator: first.value, witness });
  const second = checkPerson(witness, 'witness', 'witnessRole');
  if (!second.ok) return second;
  const isSame = plainName(first.value.name) === plainName(second.value.name);
  return isSame ? refused('witness', 'samePerson') : ok({ operator: first.value, witness: second.value });
}

function checkPerson({ name, role }: PersonView, nameField: Field, roleField: Field): Result<PersonView> {
  const checkedName = checkText(name, nameField);
  if (!checkedName.ok) return checkedName;
  if (role === undefined || role.trim() === '') return ok({ name: checkedName.value });
  const checkedRole = checkText(role, roleField);
  return checkedRole.ok
    ? ok({ name: checkedName.value, ...definedOnly({ role: checkedRole.value }) })
    : checkedRole;
}

function checkText(typed: string, field: Field): Result<string> {
  // A reader cannot tell a no-break space and its kin from a space.
  const text = typed
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  if (text === '') return refused(field, 'empty');
  const maxChars = limits.maxPersonChars;
  if (Array.from(text).length > maxChars) return refused(field, 'tooLong', { maxChars });
  // SECURITY: invisible characters can reverse a name, or make two names look the same.
  const [hidden] = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.exec(text) ?? [];
  if (hidden !== undefined) return refused(field, 'character', { character: codePoint(hidden) });
  const mixed = text
    .split(/[\s\p{P}]+/u)
    .find((word) => lookAlikes.filter((script) => script.test(word)).length > 1);
  return mixed === undefined ? ok(text) : refused(field, 'mixedScripts', { word: mixed });
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const plainName = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Whether a name or a role in a record is one that `checkPeople` could have returned. */
export function isPersonText(text: string): boolean {
  const checked = checkText(text, 'operator');
  return checked.ok && checked.value === text;
}
