import type { PracticeSignInView, ProfileView, SignInAnswer } from '../../shared/views/aws';
import type { RequestOf, ViewOf } from '../../shared/contract';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { openPracticeSession, practiceConnection, type PracticeSide } from '../practice-session';
import { listRegions } from '../regions';
import type { AwsSession } from '../session';
import type { AwsCredentials } from '../transport/client-settings';
import { createBrowserAttempts } from './browser-attempts';
import type { BrowserSignInPorts } from './browser-sign-in';
import { readPastedCredentials } from './pasted-credentials';

export interface PracticeSignInPorts extends Pick<BrowserSignInPorts, 'now' | 'patience'> {
  /** The practice AWS, made when it is first needed. */
  readonly practice: () => Promise<PracticeSide>;
  readonly keep: (session: Result<AwsSession>) => Result<SignInAnswer>;
}

const accountId = '111122223333';
const mfaCode = '246810';
const mfaSerial = `arn:aws:iam::${accountId}:mfa/practice-phone`;
/** No directory has this ID. Nothing opens the address. */
const portal = { startUrl: 'https://d-0000000000.awsapps.com/start', ssoRegion: 'eu-central-1' } as const;

const profiles: readonly ProfileView[] = [
  {
    name: 'practice-mfa',
    kind: 'assume-role',
    accountId,
    roleName: 'KeyAdministrators',
    needsMfa: true,
  },
  { name: 'practice-expired', kind: 'sso', accountId, roleName: 'KeyCeremony', needsMfa: false },
];

/**
 * Signing in, practised: made-up profiles, a made-up access portal, a made-up block to paste. The code is the real
 * one, over the practice connection. SECURITY: no AWS file is read, no browser is opened, and nothing real is accepted.
 */
export function createPracticeSignIn(ports: PracticeSignInPorts) {
  let offered: Required<AwsCredentials> | undefined;
  let hasAnsweredInBrowser = false;
  const browser = createBrowserAttempts({ ...ports, openExternal: () => Promise.resolve() });

  async function open(region: string, credentials?: AwsCredentials): Promise<Result<SignInAnswer>> {
    return ports.keep(await openPracticeSession(await ports.practice(), region, credentials));
  }

  async function withProfile(
    request: Extract<RequestOf<'practiseSignIn'>, { by: 'profile' }>,
  ): Promise<Result<SignInAnswer>> {
    const { profile, region } = request;
    const found = profiles.find(({ name }) => name === profile);
    if (!found) return err(localError('sign-in', 'credentials.noProfile'));
    const { issue } = await ports.practice();
    if (!found.needsMfa) {
      return hasAnsweredInBrowser
        ? open(region, issue())
        : err(localError('sign-in', 'credentials.ssoSignInNeeded', { profile }));
    }
    if (request.mfaCode === undefined) return ok({ state: 'mfa', serial: mfaSerial });
    return request.mfaCode === mfaCode
      ? open(region, issue(found.roleName))
      : err(localError('sign-in', 'credentials.mfaRefused', { profile }));
  }

  return {
    async describe(): Promise<ViewOf<'describePracticeSignIn'>> {
      offered = (await ports.practice()).issue();
      const connection = {
        proxy: { kind: 'none' },
        fips: false,
        dualStack: false,
        foreignEndpointsAllowed: false,
        endpoints: [],
      } as const;
      const practice: PracticeSignInView = { ...portal, mfaCode, block: blockOf(offered) };
      return { profiles, regions: listRegions(), connection, practice };
    },

    async signIn(request: RequestOf<'practiseSignIn'>): Promise<Result<SignInAnswer>> {
      switch (request.by) {
        case 'practice':
          return open(request.region);
        case 'profile':
          return withProfile(request);
        case 'pasted': {
          const pasted = readPastedCredentials(request.text);
          return pasted.ok && offered && isSame(pasted.value, offered)
            ? open(request.region, offered)
            : err(localError('sign-in', 'credentials.notPractice'));
        }
        case 'browser':
          return request.startUrl === portal.startUrl && request.ssoRegion === portal.ssoRegion
            ? browser.start(portal, practiceConnection(await ports.practice()))
            : err(localError('sign-in', 'browserSignIn.notPractice'));
        case 'browser-wait': {
          const answer = await browser.wait(request.attempt);
          hasAnsweredInBrowser ||= answer.ok;
          return answer;
        }
        case 'role': {
          const credentials = await browser.roleCredentials(request);
          return credentials.ok ? open(request.region, credentials.value) : credentials;
        }
      }
    },

    async answerPortal({ userCode, allows }: RequestOf<'answerPracticePortal'>): Promise<void> {
      (await ports.practice()).answerBrowser(userCode, allows);
    },

    forget(): void {
      browser.end();
      offered = undefined;
      hasAnsweredInBrowser = false;
    },
  };
}

function isSame(pasted: AwsCredentials, offered: Required<AwsCredentials>): boolean {
  return (['accessKeyId', 'secretAccessKey', 'sessionToken'] as const).every(
    (field) => pasted[field] === offered[field],
  );
}

/** As the access portal shows it for macOS and Linux. */
function blockOf({ accessKeyId, secretAccessKey, sessionToken }: Required<AwsCredentials>): string {
  return [
    '# PRACTICE: made up by Keyferry, unknown to AWS',
    `export AWS_ACCESS_KEY_ID="${accessKeyId}"`,
    `export AWS_SECRET_ACCESS_KEY="${secretAccessKey}"`,
    `export AWS_SESSION_TOKEN="${sessionToken}"`,
  ].join('\n');
}
