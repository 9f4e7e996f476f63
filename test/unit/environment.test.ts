import { describe, expect, it } from 'vitest';
import { keepKnownVariables } from '../../main/environment';

function leftOf(names: readonly string[], platform: NodeJS.Platform = 'linux'): readonly string[] {
  const environment = Object.fromEntries(names.map((name) => [name, 'x']));
  keepKnownVariables(environment, platform);
  return Object.keys(environment);
}

const steering = [
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'NODE_DEBUG',
  'NODE_USE_ENV_PROXY',
  'npm_config_https_proxy',
  'UV_THREADPOOL_SIZE',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SSLKEYLOGFILE',
  'OPENSSL_CONF',
  'OPENSSL_MODULES',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'CHROME_DEVEL_SANDBOX',
  'CHROMIUM_FLAGS',
  'GIT_SSL_NO_VERIFY',
  'CURL_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'FTP_PROXY',
  'SOCKS_PROXY',
  'DEBUG',
  'AWS_CA_BUNDLE',
  'AWS_ENDPOINT_URL_SIGNIN',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_EC2_METADATA_SERVICE_ENDPOINT',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_DEFAULTS_MODE',
  'AWS_MAX_ATTEMPTS',
  'AWS_SDK_UA_APP_ID',
];

describe('variables of the families that steer TLS, proxies, Node, Electron and AWS', () => {
  it.each(steering)('%s is dropped, whatever its case and system (audit 1)', (name) => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      for (const written of [
        name,
        name.toLowerCase(),
        name.toUpperCase(),
        `${name[0]}${name.slice(1).toLowerCase()}`,
      ])
        expect(leftOf([written], platform)).toEqual([]);
    }
  });

  it('are kept where the app honours them', () => {
    const honoured = [
      'AWS_CONFIG_FILE',
      'AWS_SHARED_CREDENTIALS_FILE',
      'AWS_PROFILE',
      'AWS_ENDPOINT_URL',
      'AWS_ENDPOINT_URL_SSO_OIDC',
      'AWS_ACCESS_KEY_ID',
      'HTTPS_PROXY',
      'https_proxy',
      'no_proxy',
      'auto_proxy',
    ];
    expect(leftOf(honoured)).toEqual(honoured);
  });

  it('are no others by another case, but on Windows, where case says nothing', () => {
    const otherCase = ['aws_endpoint_url', 'Https_Proxy'];
    expect(leftOf(otherCase)).toEqual([]);
    expect(leftOf(otherCase, 'win32')).toEqual(otherCase);
  });
});

it("leaves the system's own variables, and those of a person's programs", () => {
  const own = [
    'PATH',
    'HOME',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'XAUTHORITY',
    'XDG_RUNTIME_DIR',
    'DBUS_SESSION_BUS_ADDRESS',
    'LANG',
    'LC_ALL',
    'TZ',
    'GTK_IM_MODULE',
    'APPDATA',
    'SystemRoot',
    'TEMP',
    'SOCKS_SERVER',
    'VAULT_ADDR',
    'SSH_AUTH_SOCK',
  ];
  expect(leftOf(own)).toEqual(own);
});
