import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findAutoConfig } from '../../../main/platform/find-auto-config';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-proxy-'));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A program that stands for the one that the system has for its settings. */
function systemHas(name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

const ask = (environment: Readonly<Record<string, string>> = {}, limitMs = 10_000) =>
  findAutoConfig({ platform: 'linux', environment, limitMs });

describe('asking the system for a proxy configuration script (audit 9)', () => {
  it('runs the program of the desktop', async () => {
    systemHas(
      'gsettings',
      `echo "org.gnome.system.proxy autoconfig-url 'http://127.0.0.1/proxy.pac'"; echo "org.gnome.system.proxy mode 'auto'"`,
    );
    expect(await ask()).toBe('script');
    systemHas('gsettings', `echo "org.gnome.system.proxy mode 'none'"`);
    expect(await ask()).toBe('none');
  });

  it('knows that there is none where the system has neither that program nor those settings', async () => {
    expect(await ask()).toBe('none');
    systemHas('gsettings', 'echo "No such schema" >&2; exit 1');
    expect(await ask()).toBe('none');
  });

  it('does not know where that program does not end', async () => {
    systemHas('gsettings', 'exec /bin/sleep 60');
    expect(await ask({}, 300)).toBe('unknown');
  });

  it('reads the file of KDE, and does not know where that is no file', async () => {
    const environment = { XDG_CURRENT_DESKTOP: 'KDE', XDG_CONFIG_HOME: folder };
    expect(await ask(environment)).toBe('none');
    writeFileSync(join(folder, 'kioslaverc'), '[Proxy Settings]\nProxyType=2\nProxy Config Script=a.pac\n');
    expect(await ask(environment)).toBe('script');
    rmSync(join(folder, 'kioslaverc'));
    mkdirSync(join(folder, 'kioslaverc'));
    expect(await ask(environment)).toBe('unknown');
  });

  it('heeds the variable that Chromium heeds', async () => {
    expect(await ask({ auto_proxy: 'http://127.0.0.1/proxy.pac' })).toBe('script');
  });

  it.skipIf(process.platform !== 'linux')(
    'does not know on a Windows or a Mac whose own program is not there',
    async () => {
      const environment = { SystemRoot: folder };
      expect(await findAutoConfig({ platform: 'win32', environment })).toBe('unknown');
      expect(await findAutoConfig({ platform: 'darwin', environment })).toBe('unknown');
    },
  );
});
