import type { Fields } from '../../fields';
import type { PracticeKey } from '../../store';
import type { Call } from '../../world';
import type { ContextOf } from './conditions';
import type { PolicyRequest } from './decide';

type Context = ReadonlyMap<string, readonly string[] | undefined>;

/** Keys that no request to the practice AWS has: nothing calls it on somebody's behalf, and it has no grants. */
const neverGiven: Context = new Map(
  ['kms:viaservice', 'kms:grantisforawsresource', 'aws:calledvia', 'aws:sourcearn', 'aws:sourceaccount'].map(
    (key) => [key, undefined],
  ),
);

/** The caller's call of `operation`, on a key or on one that is about to be made. */
export function policyRequest(
  call: Call,
  { operation, keyArn, context }: { operation: string; keyArn: string; context: Context },
): PolicyRequest {
  const { world, caller } = call;
  const action = `kms:${operation}`;
  const known: Context = new Map([...neverGiven, ...callerContext(call), ...context]);
  const contextOf: ContextOf = (key) => {
    if (known.has(key)) return known.get(key);
    // Every other pair of the encryption context is one that the request does not have.
    return key.startsWith('kms:encryptioncontext:') ? undefined : 'unknown';
  };
  return { ...caller, action, keyArn, contextOf, iamAllows: !world.options.denied.includes(action) };
}

function callerContext({ world, store, caller }: Call): Context {
  const isUser = caller.callerArn === caller.principalArn;
  return new Map([
    ['aws:principalarn', [caller.principalArn]],
    ['aws:principalaccount', [caller.accountId]],
    ['aws:principaltype', [isUser ? 'User' : 'AssumedRole']],
    ['aws:userid', [caller.userId]],
    ['aws:username', isUser ? [caller.callerArn.split('/').at(-1) ?? ''] : undefined],
    ['aws:currenttime', [new Date(world.now()).toISOString()]],
    ['aws:epochtime', [String(Math.floor(world.now() / 1000))]],
    ['aws:requestedregion', [store.region]],
    ['aws:securetransport', ['true']],
    ['kms:calleraccount', [caller.accountId]],
  ]);
}

/** What a request says of a key that exists. */
export function keyContext(key: PracticeKey, input: Fields): Context {
  const pairs = input.textMap('EncryptionContext');
  return new Map<string, readonly string[] | undefined>([
    ['kms:keyorigin', [key.origin]],
    ['kms:keyspec', [key.spec]],
    ['kms:keyusage', [key.usage]],
    ['kms:multiregion', [String(key.multiRegion !== undefined)]],
    ['kms:encryptioncontextkeys', pairs.length === 0 ? undefined : pairs.map(([name]) => name)],
    ...pairs.map(([name, value]) => [`kms:encryptioncontext:${name.toLowerCase()}`, [value]] as const),
    ...[...key.tags].map(([name, value]) => [`aws:resourcetag/${name.toLowerCase()}`, [value]] as const),
  ]);
}
