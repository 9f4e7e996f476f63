/**
 * Decides which environment variables the app keeps. Node, OpenSSL, Electron, Chromium and the AWS SDK honour hundreds
 * of names, and a link, a shortcut or a login script can set any of them: to switch off certificate checks, to add an
 * authority, to name a proxy, to print requests.
 *
 * In these families, only the names that the app means to honour are kept. All other variables stay: there is no
 * complete list of the system's own (display, language, folders, keyring, input methods), and a `credential_process`
 * may need any.
 */

/** Names that control TLS, proxies, Node, OpenSSL, Electron, Chromium, AWS, or what their libraries print. */
const families = [
  /^(NODE|NPM|UV|SSL|OPENSSL|ELECTRON|CHROME|CHROMIUM|AWS|DEBUG)(_|$)/,
  /^(SSLKEYLOGFILE|GIT_SSL.*|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE)$/,
  /(^|_)PROXY$/,
];

/** AWS's own files, endpoints and keys, which the sign-in and `credential_source = Environment` use. */
const aws = [
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_LOGIN_CACHE_DIRECTORY',
  'AWS_PROFILE',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_KMS',
  'AWS_ENDPOINT_URL_STS',
  'AWS_ENDPOINT_URL_IAM',
  'AWS_ENDPOINT_URL_SSO',
  'AWS_ENDPOINT_URL_SSO_OIDC',
];

/** In upper or lower case. The last one is the address of a PAC file, which Chromium takes for the system's setting. */
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'AUTO_PROXY'];

/** Electron itself sets this before the app's first line: the desktop file that the window belongs to. */
const ofElectron = ['CHROME_DESKTOP'];

const kept: ReadonlySet<string> = new Set([
  ...aws,
  ...proxies,
  ...proxies.map((name) => name.toLowerCase()),
  ...ofElectron,
]);

/** The names of the variables that are honoured and set, in the order of the alphabet. */
export const keptNames = (environment: NodeJS.ProcessEnv): readonly string[] =>
  Object.keys(environment)
    .filter((name) => kept.has(name) || kept.has(name.toUpperCase()))
    .sort();

/**
 * Drops the variables that the app does not mean to honour, for itself and for every process that it starts.
 *
 * @param environment changed in place. On Windows, names differing only in case are the same.
 */
export function keepKnownVariables(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): void {
  for (const name of Object.keys(environment)) {
    const plain = name.toUpperCase();
    if (!families.some((family) => family.test(plain))) continue;
    if (!kept.has(platform === 'win32' ? plain : name)) Reflect.deleteProperty(environment, name);
  }
}
