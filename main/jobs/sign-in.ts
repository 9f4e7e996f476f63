import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { parseArn } from '../aws/arn';
import { readCertificateAuthorities, type ChosenAuthorities } from '../aws/transport/certificate-authorities';
import type { PracticeSample } from '../aws/practice-session';
import { preflight } from '../aws/preflight';
import type { AwsSession } from '../aws/session';
import type { createSessions } from '../aws/sign-in/sessions';
import type { Dialogs } from '../platform/dialogs';
import { readRegularFile } from '../platform/files/read-regular-file';
import type { ConnectionView, PrincipalsAnswer, PrincipalView, ProxyChoice } from '../shared/views/aws';
import type { RequestOf, ResultOf } from '../shared/contract';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { forbids } from '../shared/organisation-forbids';
import type { OrganisationSettings } from '../shared/views/organisation';
import { err, ok, type Result } from '../shared/result';

type Sessions = ReturnType<typeof createSessions>;

export interface SignInPorts {
  /** Loads the AWS side. Called when a person first comes to a sign-in, never by the offline job. */
  readonly loadSessions: () => Promise<Sessions>;
  readonly dialogs: Pick<Dialogs, 'pickCertificates'>;
  readonly organisation: OrganisationSettings;
}

/** The verbs of signing in, over a desk that is not there before somebody needs it. */
export function createSignIn(ports: SignInPorts) {
  let loading: Promise<Sessions> | undefined;
  let desk: Sessions | undefined;

  async function open(): Promise<Sessions> {
    loading ??= ports.loadSessions();
    desk = await loading;
    return desk;
  }

  /** What a person is looking at, and has not said yet whether to trust. */
  let offered: { readonly handle: string; readonly ca: ChosenAuthorities } | undefined;

  const findSession = (handle: string): AwsSession | undefined => desk?.findSession(handle);

  async function withSession<T>(
    handle: string,
    use: (session: AwsSession) => Promise<T>,
  ): Promise<Result<T>> {
    const session = findSession(handle);
    return session === undefined ? err(localError('sign-in', 'session.gone')) : ok(await use(session));
  }

  async function changeConnection({
    ca: choice,
    ...settings
  }: RequestOf<'changeConnection'>): Promise<Result<ConnectionView>> {
    const { fipsOnly, proxy, certificateAuthorities } = ports.organisation;
    const { settings: current, changeConnection: change } = await open();
    if (fipsOnly && !settings.fips) return forbids('sign-in', 'fipsOnly');
    if (proxy !== undefined && !isSameProxy(settings.proxy, current().proxy))
      return forbids('sign-in', 'proxy');
    if (certificateAuthorities !== undefined && choice !== 'keep') {
      return forbids('sign-in', 'certificateAuthorities');
    }
    if (typeof choice === 'object' && choice.trust !== offered?.handle) {
      return err(localError('app', 'ipc.badRequest', undefined, 'no'));
    }
    const ca = typeof choice === 'object' ? offered?.ca : choice === 'keep' ? current().ca : undefined;
    offered = undefined;
    return ok(await change({ ...settings, ...(ca === undefined ? {} : { ca }) }));
  }

  /** SECURITY: nothing is trusted here; the holder of such an authority's key can answer in place of AWS. */
  async function chooseAuthorities(): Promise<ResultOf<'chooseAuthorities'>> {
    if (ports.organisation.certificateAuthorities !== undefined) {
      return forbids('sign-in', 'certificateAuthorities');
    }
    const path = await ports.dialogs.pickCertificates();
    if (path === undefined) return ok({ picked: false });
    const bytes = await readRegularFile(path, limits.maxCertificatesBytes, 'sign-in');
    if (!bytes.ok) return bytes;
    const read = readCertificateAuthorities(bytes.value.toString('latin1'));
    if (!read.ok) return read;
    const handle = randomUUID();
    const fileName = basename(path);
    offered = { handle, ca: { fileName, ...read.value } };
    return ok({
      picked: true,
      value: { authorities: handle, fileName, certificates: read.value.certificates },
    });
  }

  return {
    verbs: {
      describeSignIn: async (): Promise<ResultOf<'describeSignIn'>> => ok(await (await open()).describe()),
      describePracticeSignIn: async (): Promise<ResultOf<'describePracticeSignIn'>> =>
        ok(await (await open()).practiceSignIn.describe()),
      changeConnection,
      chooseAuthorities,
      signIn: async (request: RequestOf<'signIn'>): Promise<ResultOf<'signIn'>> =>
        (await open()).signIn(request),
      practiseSignIn: async (request: RequestOf<'practiseSignIn'>): Promise<ResultOf<'practiseSignIn'>> =>
        (await open()).practiceSignIn.signIn(request),
      answerPracticePortal: async (request: RequestOf<'answerPracticePortal'>): Promise<Result<null>> => {
        await (await open()).practiceSignIn.answerPortal(request);
        return ok(null);
      },
      checkAccess: ({ session, job }: RequestOf<'checkAccess'>) =>
        withSession(session, (found) => preflight(found, job)),
      searchPrincipals: ({ session, query }: RequestOf<'searchPrincipals'>) =>
        withSession(session, async ({ iam }): Promise<PrincipalsAnswer> => {
          const found = await iam.searchPrincipals(query);
          if (found === undefined) return { state: 'not-allowed' };
          return { state: 'listed', principals: found.arns.map(principalView), more: found.more };
        }),
    },
    findSession,
    openPractice: async (region: string): Promise<Result<AwsSession>> => (await open()).openPractice(region),
    /** For looking after keys in practice: an account that has some. Keys that were made while practising stay. */
    sampleKeys: async (region: string): Promise<readonly PracticeSample[]> =>
      (await open()).sampleKeys(region),
    /** Sessions and their credentials end with the job. */
    forget: () => {
      offered = undefined;
      desk?.forget();
    },
  };
}

const isSameProxy = (one: ProxyChoice, other: ProxyChoice): boolean =>
  one.kind === 'manual' && other.kind === 'manual' ? one.url === other.url : one.kind === other.kind;

function principalView(arn: string): PrincipalView {
  const resource = parseArn(arn)?.resource ?? '';
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  return { arn, name, kind: resource.startsWith('user/') ? 'user' : 'role' };
}
