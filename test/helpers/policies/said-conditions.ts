import { BlockList } from 'node:net';
import type { GeneratedRequest } from './generator';
import { keyArn } from './people';

type Holds = (values: readonly string[] | undefined) => boolean;
type Test = (value: string, wanted: string) => boolean;

export function likes(value: string, pattern: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(value);
}
const number =
  (test: (a: number, b: number) => boolean): Test =>
  (a, b) =>
    test(Number(a), Number(b));
const date =
  (test: (a: number, b: number) => boolean): Test =>
  (a, b) =>
    test(+new Date(a), +new Date(b));
function isInNetwork(value: string, network: string): boolean {
  const [address = '', bits = '32'] = network.split('/');
  const list = new BlockList();
  list.addSubnet(address, Number(bits));
  return list.check(value);
}

/** What each phrase means, as an English reader would take it. `no` is the phrase of the opposite. */
const phrases: readonly { readonly yes: string; readonly no?: string; readonly test: Test }[] = [
  { yes: 'is', no: 'is not', test: (a, b) => a === b },
  {
    yes: 'is, in capital or small letters,',
    no: 'is not, in capital or small letters,',
    test: (a, b) => a.toLowerCase() === b.toLowerCase(),
  },
  { yes: 'matches', no: 'does not match', test: likes },
  { yes: 'is an ARN like', no: 'is not an ARN like', test: likes },
  { yes: 'equals', no: 'does not equal', test: number((a, b) => a === b) },
  { yes: 'is less than', test: number((a, b) => a < b) },
  { yes: 'is at most', test: number((a, b) => a <= b) },
  { yes: 'is more than', test: number((a, b) => a > b) },
  { yes: 'is at least', test: number((a, b) => a >= b) },
  { yes: 'is exactly', no: 'is not exactly', test: date((a, b) => a === b) },
  { yes: 'is before', test: date((a, b) => a < b) },
  { yes: 'is not after', test: date((a, b) => a <= b) },
  { yes: 'is after', test: date((a, b) => a > b) },
  { yes: 'is not before', test: date((a, b) => a >= b) },
  { yes: 'is inside', no: 'is not inside', test: isInNetwork },
];

/** Whether a sentence about a condition is true of a request. Throws at a sentence that it does not know. */
export function isTrueOf(sentence: string, { context }: GeneratedRequest): boolean {
  const forServices =
    'Only for grants to AWS services that use the key for this identity (kms:GrantIsForAWSResource is true).';
  if (sentence === forServices) return context.get('kms:GrantIsForAWSResource')?.[0] === 'true';
  const [, body] = /^Only if (.+)\.$/.exec(sentence) ?? [];
  if (body === undefined) throw new Error(`Not a condition: ${sentence}`);
  const { subject, holds } = read(body);
  if (subject === 'the ARN of the key') return holds([keyArn]);
  const key =
    /^the value of “(.+)” in the encryption context$/
      .exec(subject)?.[1]
      ?.replace(/^/, 'kms:EncryptionContext:') ??
    /^[a-zA-Z -]+ \((\S+)\)$/.exec(subject)?.[1] ??
    subject;
  if (!/^[a-z]+:\S+$/i.test(key)) throw new Error(`Nobody knows what “${subject}” is`);
  return holds(context.get(key));
}

function read(body: string): { readonly subject: string; readonly holds: Holds } {
  const [, present, not] = /^(.+) is (not )?given$/.exec(body) ?? [];
  if (present !== undefined && !body.includes(', or if ')) {
    return { subject: present, holds: (values) => (values === undefined) === (not !== undefined) };
  }
  if (body.includes(' has a value that ')) {
    const { subject, test } = predicate(body.replace(' has a value that ', ' '));
    return { subject, holds: (values) => values?.some(test) ?? false };
  }
  const [, quantity, each] = /^(every|no) value of (.+), or if none is given$/.exec(body) ?? [];
  if (each !== undefined) {
    const { subject, test } = predicate(each);
    const wanted = quantity === 'every';
    return { subject, holds: (values) => values?.every((value) => test(value) === wanted) ?? true };
  }
  const [, given] = /^(.+), or if it is not given$/.exec(body) ?? [];
  const { subject, test } = predicate(given ?? body);
  return {
    subject,
    holds: (values) =>
      values === undefined ? given !== undefined : values.length === 1 && values.every(test),
  };
}

function predicate(text: string): { readonly subject: string; readonly test: (value: string) => boolean } {
  const plain = text.replace(/( \(\* stands for any text\))?( \(\? stands for any one character\))?$/, '');
  const [, said = '', quoted] =
    /^(.+?) (“[^“”]*”(?:, “[^“”]*”)*)$/.exec(plain.replace(/^(the value of )“(.+?)”/, '$1‘$2’')) ?? [];
  if (quoted === undefined) throw new Error(`Not a predicate: ${text}`);
  const wanted = quoted.slice(1, -1).split('”, “');
  const front = said.replace(/‘(.+?)’/, '“$1”').replace(/ (one|any) of$/, '');
  const of = / (one|any) of$/.exec(said)?.[1];
  const candidates = phrases.flatMap(({ yes, no, test }) => [
    { phrase: yes, test, isYes: true },
    ...(no === undefined ? [] : [{ phrase: no, test, isYes: false }]),
  ]);
  const [found] = candidates
    .filter(({ phrase }) => front.endsWith(` ${phrase}`))
    .sort((one, other) => other.phrase.length - one.phrase.length);
  if (found === undefined) throw new Error(`Not a phrase: ${front}`);
  const expected = wanted.length === 1 ? undefined : found.isYes ? 'one' : 'any';
  if (of !== expected) throw new Error(`Wrong before ${wanted.length} values: ${text}`);
  return {
    subject: front.slice(0, -found.phrase.length - 1),
    test: (value) => wanted.some((one) => found.test(value, one)) === found.isYes,
  };
}
