import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  STSClient,
  type Credentials,
} from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { clientConfig, type AwsCredentials } from '../transport/client-settings';
import type { Connection } from '../transport/connection';
import { awsError } from '../error-code';
import { profileChain, type AwsFiles } from './profiles';
import { commandDigest, programsOf } from './programs';

export type ProfileCredentials =
  | { readonly state: 'found'; readonly credentials: AwsCredentials }
  /** The credentials come from a program, which was not run; `consent` is the digest of its command line. */
  | { readonly state: 'program'; readonly programs: readonly string[]; readonly consent: string }
  /** The profile needs a one-time code from this device. */
  | { readonly state: 'mfa'; readonly serial: string };

export interface ProfileSignIn {
  readonly profile: string;
  /** The Region for STS when the profile names none. */
  readonly region: string;
  /** 6 digits. */
  readonly mfaCode?: string;
  /** The program that the person agreed to run: `consent` from the answer that named it. */
  readonly runs?: string;
}

/** A profile's program may ask its user something; one without an answer for so long is ended. */
const processLimitMs = 90_000;

/**
 * Gets credentials as a profile in the person's AWS files says: keys, a role, a program, IAM Identity Center, a token
 * file, `aws login`. Never asks a machine's metadata service. Credentials are not renewed; when they expire, the person
 * signs in again.
 *
 * SECURITY: a program is run only after the person agreed to exactly this command line; choosing a profile is not
 * enough.
 */
export async function profileCredentials(
  request: ProfileSignIn,
  files: AwsFiles,
  connection: Connection,
  limitMs = processLimitMs,
): Promise<Result<ProfileCredentials>> {
  const { profile, region, mfaCode, runs } = request;
  const chain = profileChain(profile, files.profiles);
  if (chain.end !== 'usable') return err(localError('sign-in', chainErrors[chain.end], { profile }));
  if (chain.command !== undefined) {
    const consent = commandDigest(chain.command);
    if (runs !== consent) return ok({ state: 'program', programs: programsOf(chain.command), consent });
  }
  if (chain.mfaSerial !== undefined && mfaCode === undefined) {
    return ok({ state: 'mfa', serial: chain.mfaSerial });
  }
  if (mfaCode !== undefined && !/^\d{6}$/.test(mfaCode)) {
    return err(localError('sign-in', 'credentials.mfaRefused', { profile, reason: 'shape' }));
  }
  const stsRegion = files.profiles.get(profile)?.['region'] ?? region;
  const sso = connection.reach('sso', region);
  const find = fromIni({
    profile,
    ignoreCache: true,
    mfaCodeProvider: () => Promise.resolve(mfaCode ?? ''),
    roleAssumer: async (source, params) => {
      const sts = new STSClient(clientConfig(connection.reach('sts', stsRegion), source));
      const { Credentials } = await sts.send(new AssumeRoleCommand(params));
      return identityOf(Credentials);
    },
    roleAssumerWithWebIdentity: async (params) => {
      const sts = new STSClient(clientConfig(connection.reach('sts', stsRegion)));
      const { Credentials } = await sts.send(new AssumeRoleWithWebIdentityCommand(params));
      return identityOf(Credentials);
    },
    // This is for the SDK's inner clients. Their Region comes from the profile.
    clientConfig: {
      requestHandler: connection.requestHandler,
      useFipsEndpoint: sso.useFipsEndpoint,
      useDualstackEndpoint: sso.useDualstackEndpoint,
      ignoreConfiguredEndpointUrls: true,
      maxAttempts: 2,
      defaultsMode: 'standard',
      ...(sso.endpoint === undefined ? {} : { endpoint: sso.endpoint }),
    },
  });
  try {
    const found = await inTime(find(), limitMs);
    if (found === undefined) {
      const code = chain.command !== undefined ? 'credentials.processFailed' : 'network.timedOut';
      return err(localError('sign-in', code, { profile, reason: 'timedOut' }, 'same'));
    }
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
    return ok({
      state: 'found',
      credentials: {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        ...(expiration === undefined ? {} : { expiration }),
      },
    });
  } catch (thrown) {
    const error = awsError(thrown, { source: 'credentials', operation: 'profile', stage: 'sign-in' });
    return err({ ...error, facts: { ...error.facts, profile } });
  }
}

const chainErrors = {
  missing: 'credentials.noProfile',
  incomplete: 'credentials.profileIncomplete',
  cycle: 'credentials.profileCycle',
  metadata: 'credentials.unusable',
} as const;

function identityOf(credentials: Credentials | undefined): AwsCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error('STS answered without credentials');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}

async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

const macosHelperFolders = ['/usr/local/bin', '/opt/homebrew/bin'];

/**
 * Prepares this process for signing in by profile. It switches off a cloud machine's metadata service for all of the
 * SDK. An app that macOS starts from Finder has a PATH without the folders where such programs usually are. SECURITY:
 * these folders are added last, so that nothing in them can replace a system program.
 */
export function prepareEnvironment(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): void {
  environment['AWS_EC2_METADATA_DISABLED'] = 'true';
  if (platform !== 'darwin') return;
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const missing = macosHelperFolders.filter((folder) => !folders.includes(folder));
  environment['PATH'] = [...folders, ...missing].join(':');
}
