import { describe, expect, it } from 'vitest';
import { readGsettings, readKioslaverc, readRegistry, readScutil } from '../../../main/platform/auto-config';

const gsettings = (mode: string, url: string): string =>
  [
    `org.gnome.system.proxy autoconfig-url '${url}'`,
    "org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']",
    `org.gnome.system.proxy mode '${mode}'`,
    'org.gnome.system.proxy use-same-proxy true',
    "org.gnome.system.proxy.http host ''",
    'org.gnome.system.proxy.http port 8080',
    '',
  ].join('\n');

const kioslaverc = (type: number, script: string): string => `PersistentProxyConnection=false
[$Version]
update_info=kioslave.upd:kde2.2/r1

[Proxy Settings]
NoProxyFor=localhost,127.0.0.1
Proxy Config Script=${script}
ProxyType=${type}
httpProxy=http://proxy.example.com 8080

[Other]
ProxyType=2
Proxy Config Script=http://elsewhere/proxy.pac
`;

const registry = (value: string): string =>
  [
    '',
    String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings`,
    '    DisableCachingOfSSLPages    REG_DWORD    0x0',
    '    ProxyEnable    REG_DWORD    0x0',
    ...(value === '' ? [] : [`    AutoConfigURL    ${value}`]),
    '    User Agent    REG_SZ    Mozilla/4.0 (compatible; MSIE 8.0; Win32)',
    '',
    String.raw`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections`,
    '',
  ].join('\r\n');

const scutil = (entries: readonly string[]): string =>
  [
    '<dictionary> {',
    '  ExceptionsList : <array> {',
    '    0 : *.local',
    '    1 : 169.254/16',
    '  }',
    '  FTPPassive : 1',
    ...entries.map((entry) => `  ${entry}`),
    '}',
    '',
  ].join('\n');

describe('a proxy configuration script in the settings of the system (audit 9)', () => {
  it.each([
    ['none', 'none', ''],
    ['none', 'none', 'http://proxy.example.com/proxy.pac'],
    ['none', 'manual', 'http://proxy.example.com/proxy.pac'],
    ['none', 'auto', ''],
    ['script', 'auto', 'http://proxy.example.com/proxy.pac'],
    ['script', 'auto', 'file:///etc/proxy.pac'],
  ])('is %s where GNOME has the mode %s and the address “%s”', (found, mode, url) => {
    expect(readGsettings(gsettings(mode, url))).toBe(found);
  });

  it.each([
    ['none', 0, 'http://proxy.example.com/proxy.pac'],
    ['none', 1, 'http://proxy.example.com/proxy.pac'],
    ['none', 2, ''],
    ['script', 2, 'http://proxy.example.com/proxy.pac'],
    ['none', 3, 'http://proxy.example.com/proxy.pac'],
  ])('is %s where KDE has the type %d and the script “%s”', (found, type, script) => {
    expect(readKioslaverc(kioslaverc(type, script))).toBe(found);
  });

  it('is found in a KDE file of Windows line ends, at its end, and with markers of locked keys', () => {
    expect(readKioslaverc('[Proxy Settings][$i]\r\nProxyType[$i]=2\r\nProxy Config Script=a.pac')).toBe(
      'script',
    );
    expect(readKioslaverc('')).toBe('none');
  });

  it.each([
    ['none', ''],
    ['script', 'REG_SZ    http://proxy.example.com/proxy.pac'],
    ['script', 'REG_EXPAND_SZ    file://%SystemRoot%/proxy.pac'],
    ['none', 'REG_SZ    '],
    ['none', 'REG_SZ'],
  ])('is %s where the registry of Windows has “%s”', (found, value) => {
    expect(readRegistry(registry(value))).toBe(found);
  });

  it.each<[string, readonly string[]]>([
    ['none', []],
    ['none', ['ProxyAutoDiscoveryEnable : 1']],
    ['none', ['ProxyAutoConfigEnable : 0', 'ProxyAutoConfigURLString : http://proxy.example.com/proxy.pac']],
    ['none', ['ProxyAutoConfigEnable : 1']],
    [
      'script',
      ['ProxyAutoConfigEnable : 1', 'ProxyAutoConfigURLString : http://proxy.example.com/proxy.pac'],
    ],
    ['script', ['ProxyAutoConfigEnable : 1', 'ProxyAutoConfigJavaScript : function FindProxyForURL() {}']],
  ])('is %s where macOS says %j', (found, entries) => {
    expect(readScutil(scutil(entries))).toBe(found);
  });
});
