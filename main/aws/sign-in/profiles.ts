import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import type { ProfileKind, ProfileView } from '../../shared/views/aws';
import { definedOnly } from '../../shared/defined-only';
import { parseArn } from '../arn';
import type { EndpointSettings } from '../transport/endpoints';
import { programsOf } from './programs';

type Section = Readonly<Record<string, string | undefined>>;

/** The person's AWS files, just read. SECURITY: sections hold secrets; only views of them leave main. */
export interface AwsFiles {
  readonly profiles: ReadonlyMap<string, Section>;
  /** `[services NAME]` blocks of the config file; nested names are joined with a dot. */
  readonly services: ReadonlyMap<string, Section>;
}

/**
 * Reads the config and the credentials file where AWS's tools look for them. A missing or unreadable file counts as
 * empty. If both files have a profile, the settings in the credentials file win.
 */
export async function readAwsFiles(): Promise<AwsFiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const profiles = new Map<string, Section>();
  const services = new Map<string, Section>();
  for (const [name, section] of Object.entries(configFile)) {
    if (name.startsWith('services.')) services.set(name.slice('services.'.length), section);
    else if (!name.startsWith('sso-session.')) profiles.set(name, section);
  }
  for (const [name, section] of Object.entries(credentialsFile)) {
    profiles.set(name, { ...profiles.get(name), ...section });
  }
  return { profiles, services };
}

/** Every profile, `default` first, the others by name; without secrets. */
export function listProfiles({ profiles }: AwsFiles): readonly ProfileView[] {
  return [...profiles.keys()]
    .sort((a, b) => Number(b === 'default') - Number(a === 'default') || a.localeCompare(b))
    .map((name) => describe(name, profiles));
}

function describe(name: string, profiles: AwsFiles['profiles']): ProfileView {
  const section = profiles.get(name) ?? {};
  const chain = profileChain(name, profiles);
  const role = parseArn(section['role_arn'] ?? '');
  return {
    name,
    kind: chain.end === 'usable' ? kindOf(section) : 'incomplete',
    needsMfa: chain.mfaSerial !== undefined,
    ...definedOnly({
      programs: chain.command === undefined ? undefined : programsOf(chain.command),
      region: section['region'],
      accountId: section['sso_account_id'] ?? role?.accountId ?? section['aws_account_id'],
      roleName: section['sso_role_name'] ?? role?.resource.split('/').at(-1),
    }),
  };
}

export interface ProfileChain {
  /**
   * Where `source_profile` leads. `metadata` is a machine's own role, from an address on the local network that this
   * app never calls.
   */
  readonly end: 'usable' | 'missing' | 'incomplete' | 'cycle' | 'metadata';
  /** The device whose code is needed. */
  readonly mfaSerial?: string;
  /** The command line that the credentials finally come from. SECURITY: it may contain a password. */
  readonly command?: string;
}

/** Follows a profile to the source of its credentials, as the SDK does. */
export function profileChain(name: string, profiles: AwsFiles['profiles']): ProfileChain {
  const visited = new Set<string>();
  let mfaSerial: string | undefined;
  const end = (how: ProfileChain['end'], command?: string): ProfileChain => ({
    end: how,
    ...definedOnly({ mfaSerial, command }),
  });
  for (let current = name; ;) {
    const section = profiles.get(current);
    if (!section) return end(current === name ? 'missing' : 'incomplete');
    if (visited.size > 0 && hasKeys(section)) return end('usable');
    visited.add(current);
    const { source_profile: source, credential_source: machine } = section;
    if (section['role_arn'] !== undefined && (source === undefined) !== (machine === undefined)) {
      mfaSerial ??= section['mfa_serial'];
      if (machine !== undefined) return end(machine === 'Environment' ? 'usable' : 'metadata');
      // A profile may name itself: its own keys then assume the role.
      if (source === current && hasKeys(section)) return end('usable');
      if (source === undefined || visited.has(source)) return end('cycle');
      current = source;
      continue;
    }
    const kind = kindOf(section);
    if (kind === 'credential-process') return end('usable', section['credential_process']);
    return end(kind === 'incomplete' ? 'incomplete' : 'usable');
  }
}

function kindOf(section: Section): ProfileKind {
  const has = (key: string) => section[key] !== undefined && section[key] !== '';
  if (has('role_arn') && has('source_profile') !== has('credential_source')) return 'assume-role';
  if (hasKeys(section)) return 'static';
  if (has('web_identity_token_file') && has('role_arn')) return 'web-identity';
  if (has('credential_process')) return 'credential-process';
  if (has('sso_account_id') && has('sso_role_name') && (has('sso_session') || has('sso_start_url')))
    return 'sso';
  return has('login_session') ? 'login' : 'incomplete';
}

const hasKeys = (section: Section): boolean =>
  Boolean(section['aws_access_key_id']) && Boolean(section['aws_secret_access_key']);

/** The endpoint settings of a profile; without a name, of the one that AWS's tools would use. */
export function endpointSettings(
  files: AwsFiles,
  environment: EndpointSettings['environment'],
  profile?: string,
): EndpointSettings {
  const section = files.profiles.get(profile ?? environment['AWS_PROFILE'] ?? 'default');
  const services = section?.['services'] === undefined ? undefined : files.services.get(section['services']);
  return { environment, ...definedOnly({ profile: section, services }) };
}
