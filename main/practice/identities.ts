import { randomBytes } from 'node:crypto';
import { practiceTokenMark } from '../shared/practice-token';
import { refuse } from './aws-fault';
import type { PracticeOptions, PracticePerson } from './options';

/** The identity whose request the practice AWS is answering. */
export interface Caller {
  /** As GetCallerIdentity returns it. */
  readonly callerArn: string;
  /** The user or role itself, with its path, as a key policy names it. */
  readonly principalArn: string;
  readonly userId: string;
  readonly accountId: string;
}

export interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Identities {
  readonly accountId: string;
  readonly people: readonly PracticePerson[];
  /** @throws AwsFault ExpiredTokenException when credentials that the practice AWS issued have expired. */
  readonly callerOf: (accessKeyId: string, region: string) => Caller;
  readonly person: (kind: PracticePerson['kind'], name: string) => PracticePerson | undefined;
  readonly arnOf: (person: PracticePerson, region: string) => string;
  readonly idOf: (person: PracticePerson) => string;
  readonly issue: (role: PracticePerson, session: string, seconds: number) => IssuedCredentials;
}

export function createIdentities(options: Required<PracticeOptions>): Identities {
  const { accountId, people, now } = options;
  const issued = new Map<string, { role: PracticePerson; session: string; expiresAt: number }>();
  const person: Identities['person'] = (kind, name) =>
    people.find((known) => known.kind === kind && known.name === name);
  const arnOf: Identities['arnOf'] = ({ kind, path, name }, region) =>
    `arn:${partitionOf(region)}:iam::${accountId}:${kind}${path}${name}`;

  const asCaller = (who: PracticePerson, session: string, region: string): Caller => ({
    principalArn: arnOf(who, region),
    callerArn:
      who.kind === 'user'
        ? arnOf(who, region)
        : `arn:${partitionOf(region)}:sts::${accountId}:assumed-role/${who.name}/${session}`,
    userId: who.kind === 'user' ? idOf(who) : `${idOf(who)}:${session}`,
    accountId,
  });

  /** A role of another account signs as a session of it. */
  function strangerAs(principalArn: string): Caller {
    const [, partition = '', , account = '', resource = ''] = principalArn.split(/:+/);
    const [kind, name = ''] = [resource.split('/')[0], resource.split('/').at(-1)];
    const callerArn =
      kind === 'role' ? `arn:${partition}:sts::${account}:assumed-role/${name}/practice` : principalArn;
    return { principalArn, callerArn, userId: `AROA${letters(16)}:practice`, accountId: account };
  }

  return {
    accountId,
    people,
    person,
    arnOf,
    idOf,
    callerOf(accessKeyId, region) {
      const stranger = options.strangers.find((each) => each.accessKeyId === accessKeyId);
      if (stranger !== undefined) return strangerAs(stranger.arn);
      const session = issued.get(accessKeyId);
      if (session === undefined) {
        const usual = people.find(({ name }) => name === options.caller);
        if (usual === undefined)
          throw new Error(`${options.caller} is not among the people of the practice account`);
        return asCaller(usual, 'practice', region);
      }
      if (session.expiresAt <= now().getTime()) {
        refuse('ExpiredTokenException', 'The security token included in the request is expired');
      }
      return asCaller(session.role, session.session, region);
    },
    issue(role, session, seconds) {
      const accessKeyId = `ASIA${letters(16)}`;
      const expiresAt = now().getTime() + seconds * 1000;
      issued.set(accessKeyId, { role, session, expiresAt });
      return {
        accessKeyId,
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: `${practiceTokenMark}${randomBytes(180).toString('base64')}`,
        expiresAt,
      };
    },
  };
}

const partitions: readonly (readonly [string, string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
];

/** Source: partitions.json of the AWS SDKs. */
export function partitionOf(region: string): string {
  return partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

/** IAM's unique ids begin with AIDA for users and AROA for roles; these are derived from the name. */
function idOf({ kind, name }: PracticePerson): string {
  const tail = Buffer.from(name).toString('hex').toUpperCase().padEnd(17, '0').slice(0, 17);
  return `${kind === 'user' ? 'AIDA' : 'AROA'}${tail}`;
}

function letters(count: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from(randomBytes(count), (byte) => alphabet.charAt(byte % 32)).join('');
}
