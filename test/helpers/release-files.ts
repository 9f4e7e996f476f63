import { makeRelease } from '../../main/releases/make-release';
import type { ReleaseFile } from '../../main/releases/release-shape';
import { ed25519 } from './receiver-cards';

export const releaseSigner = ed25519();

/** As a build has it pinned. */
export const releaseSignerX = String(releaseSigner.publicKey.export({ format: 'jwk' }).x);

/** PKCS#8. */
export const releaseSignerPem = releaseSigner.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const older = { version: '0.1.0', date: '2026-11-01', grave: [], mends: ['The first one.'] };
const grave = { version: '0.2.0', date: '2026-12-01', grave: ['A copy did not open.'], mends: [] };
const newest = { version: '0.2.1', date: '2026-12-24', grave: [], mends: ['A word was wrong.'] };

/** Of version 0.2.1; 0.2.0 before it mends something grave. */
export const goodRelease = {
  version: '0.2.1',
  date: '2026-12-24',
  buildSha256: 'b'.repeat(64),
  files: [{ name: 'Keyferry-0.2.1-linux-x64.deb', sha256: 'c'.repeat(64) }],
  releases: [newest, grave, older],
} as const satisfies Omit<ReleaseFile, 'format' | 'formatVersion'>;

/** One that knows nothing newer than this version. */
export const releaseOf = (version: string, buildSha256: string): Parameters<typeof makeRelease>[0] => ({
  ...goodRelease,
  version,
  buildSha256,
  releases: [{ version, date: goodRelease.date, grave: [], mends: [] }],
});

export const signedRelease = async (
  facts: Parameters<typeof makeRelease>[0] = goodRelease,
): Promise<string> => (await makeRelease(facts, releaseSignerPem)).text;
