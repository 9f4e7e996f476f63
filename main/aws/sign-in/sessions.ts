import type { ConnectionView, ProfileView, RegionView, SignInAnswer } from '../../shared/views/aws';
import { localError } from '../../shared/errors';
import { practiceTokenMark } from '../../shared/practice-token';
import { err, ok, type Result } from '../../shared/result';
import type { OrganisationSettings } from '../../shared/views/organisation';
import type { RequestOf } from '../../shared/contract';
import type { AwsCredentials } from '../transport/client-settings';
import {
  describeConnection,
  keepProxyPassword,
  openConnection,
  type Connection,
  type ConnectionPorts,
  type ConnectionSettings,
} from '../transport/connection';
import { openSession } from '../open-session';
import { openPracticeSession, type PracticeSample, type PracticeSide } from '../practice-session';
import { isRegionName, listRegions, markForbidden } from '../regions';
import type { AwsSession } from '../session';
import type { ChosenAuthorities } from '../transport/certificate-authorities';
import { onlyAllowed, refusedAccount, refusedSignIn, settingsOf } from './organisation';
import { createBrowserAttempts } from './browser-attempts';
import { readPastedCredentials } from './pasted-credentials';
import { createPracticeSignIn } from './practice-sign-in';
import { profileCredentials } from './profile-credentials';
import { endpointSettings, listProfiles, readAwsFiles } from './profiles';

export interface SignInDeskPorts extends ConnectionPorts {
  /** Opens the system's browser at a sign-in page of AWS. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly now: () => Date;
  /** The practice AWS, made when it is first needed. */
  readonly practice: () => Promise<PracticeSide>;
  readonly organisation: OrganisationSettings;
  /** Certificate authorities that the organisation has chosen. */
  readonly authorities?: ChosenAuthorities;
}

/** Signs people in, and keeps their sessions: the page holds handles, main the clients behind them. */
export function createSessions(ports: SignInDeskPorts) {
  const { organisation } = ports;
  let settings = settingsOf(organisation, ports.authorities);
  const sessions = new Map<string, AwsSession>();
  const browser = createBrowserAttempts(ports);
  const practiceSignIn = createPracticeSignIn({ ...ports, keep });

  async function describe(): Promise<{
    readonly profiles: readonly ProfileView[];
    readonly regions: readonly RegionView[];
    readonly connection: ConnectionView;
  }> {
    const files = await readAwsFiles();
    return {
      profiles: listProfiles(files),
      regions: markForbidden(organisation, listRegions()),
      connection: describeConnection(settings, endpointSettings(files, ports.environment)),
    };
  }

  /** Takes effect at the next sign-in; open sessions keep their connection. */
  async function changeConnection(next: ConnectionSettings): Promise<ConnectionView> {
    settings = { ...next, proxy: keepProxyPassword(settings.proxy, next.proxy) };
    return (await describe()).connection;
  }

  async function signIn(request: RequestOf<'signIn'>): Promise<Result<SignInAnswer>> {
    if ('region' in request && !isRegionName(request.region)) {
      return err(localError('sign-in', 'network.endpointSettings', { reason: 'region' }));
    }
    const refused = refusedSignIn(organisation, request);
    if (refused) return refused;
    switch (request.by) {
      case 'practice':
        return keep(await openPracticeSession(await ports.practice(), request.region));
      case 'profile':
        return signInWithProfile(request);
      case 'pasted': {
        const credentials = readPastedCredentials(request.text);
        if (!credentials.ok) return credentials;
        // SECURITY: what practice made never goes to AWS.
        return credentials.value.sessionToken?.startsWith(practiceTokenMark)
          ? err(localError('sign-in', 'credentials.onlyPractice'))
          : open(credentials.value, request.region);
      }
      case 'browser':
        return startInBrowser(request);
      case 'browser-wait':
        return onlyAllowed(organisation, await browser.wait(request.attempt));
      case 'role':
        return takeRole(request);
    }
  }

  async function signInWithProfile(
    request: Extract<RequestOf<'signIn'>, { by: 'profile' }>,
  ): Promise<Result<SignInAnswer>> {
    const { profile, region } = request;
    const files = await readAwsFiles();
    const connection = openConnection(settings, ports, endpointSettings(files, ports.environment, profile));
    if (!connection.ok) return connection;
    const found = await profileCredentials(request, files, connection.value);
    if (!found.ok) {
      connection.value.close();
      return found;
    }
    if (found.value.state !== 'found') {
      connection.value.close();
      return ok(found.value);
    }
    return openOver(connection.value, found.value.credentials, region);
  }

  async function open(credentials: AwsCredentials, region: string): Promise<Result<SignInAnswer>> {
    const connection = await connect();
    return connection.ok ? openOver(connection.value, credentials, region) : connection;
  }

  async function connect(): Promise<Result<Connection>> {
    return openConnection(settings, ports, endpointSettings(await readAwsFiles(), ports.environment));
  }

  async function openOver(
    connection: Connection,
    credentials: AwsCredentials,
    region: string,
  ): Promise<Result<SignInAnswer>> {
    const { foreignEndpoints, authorities, proxies } = connection;
    const session = await openSession({
      mode: 'aws',
      region,
      credentials,
      reach: connection.reach,
      connection: { foreignEndpoints, authorities, proxies },
    });
    if (!session.ok) {
      connection.close();
      return session;
    }
    const refused = refusedAccount(organisation, session.value.view.accountId);
    if (refused) session.value.close();
    return refused ?? keep(session);
  }

  function keep(session: Result<AwsSession>): Result<SignInAnswer> {
    if (!session.ok) return session;
    sessions.set(session.value.view.session, session.value);
    return ok({ state: 'signed-in', signedIn: session.value.view });
  }

  async function startInBrowser(
    request: Extract<RequestOf<'signIn'>, { by: 'browser' }>,
  ): Promise<Result<SignInAnswer>> {
    const connection = await connect();
    return connection.ok ? browser.start(request, connection.value) : connection;
  }

  async function takeRole(
    request: Extract<RequestOf<'signIn'>, { by: 'role' }>,
  ): Promise<Result<SignInAnswer>> {
    const credentials = await browser.roleCredentials(request);
    return credentials.ok ? open(credentials.value, request.region) : credentials;
  }

  return {
    describe,
    settings: (): ConnectionSettings => settings,
    changeConnection,
    signIn,
    practiceSignIn,
    /** A session with the practice AWS that nobody else has, for its caller to close. */
    openPractice: async (region: string): Promise<Result<AwsSession>> =>
      openPracticeSession(await ports.practice(), region),
    /** Makes the practice account one that has been lived in, if it is not, and says which keys that gave it. */
    sampleKeys: async (region: string): Promise<readonly PracticeSample[]> =>
      (await ports.practice()).sampleKeys(region),
    findSession: (handle: string): AwsSession | undefined => sessions.get(handle),
    /** Ends attempts that wait for a browser; sessions stay for the next job. */
    stopWaiting: browser.end,
    /** Forgets every session and its credentials. */
    forget: () => {
      browser.end();
      practiceSignIn.forget();
      for (const session of sessions.values()) session.close();
      sessions.clear();
    },
  };
}
