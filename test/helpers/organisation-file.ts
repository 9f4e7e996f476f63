import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisationPlace, type OrganisationPlace } from '../../main/organisation/organisation-place';

/** Puts settings below a folder of their own, which an app that is not packaged is told of. */
export function writeSettings(settings: object | string): {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly place: OrganisationPlace;
} {
  const root = mkdtempSync(join(tmpdir(), 'keyferry-system-'));
  const env = { KEYFERRY_SYSTEM_ROOT: root };
  const place = organisationPlace('linux', { environment: env, user: process.getuid?.() });
  mkdirSync(place.folder, { mode: 0o755 });
  const text = typeof settings === 'string' ? settings : JSON.stringify({ version: 1, ...settings }, null, 2);
  writeFileSync(place.file, text, { mode: 0o644 });
  return { root, env, place };
}
