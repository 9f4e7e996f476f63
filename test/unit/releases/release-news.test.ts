import { describe, expect, it } from 'vitest';
import { releaseKey } from '../../../main/releases/release-key';
import { releaseNews } from '../../../main/releases/release-news';
import { goodRelease } from '../../helpers/release-files';

const newsFor = (version: string, buildSha256 = 'b'.repeat(64)) =>
  releaseNews({ format: 'keyferry-release', formatVersion: 1, ...goodRelease }, { version, buildSha256 });

describe('what a release file says to an app', () => {
  it('of an older version: that there is a newer one, with all that was mended since', () => {
    expect(newsFor('0.1.0')).toMatchObject({ is: 'newer', version: '0.2.1', date: '2026-12-24' });
    expect(newsFor('0.1.0').since.map(({ version }) => version)).toEqual(['0.2.1', '0.2.0']);
  });

  it('of the version before it: nothing that was mended earlier', () => {
    const { is, since } = newsFor('0.2.0');
    expect(is).toBe('newer');
    expect(since.flatMap(({ grave }) => grave)).toEqual([]);
  });

  it('of its own version: whether this is the build that was released', () => {
    expect(newsFor('0.2.1').is).toBe('current');
    expect(newsFor('0.2.1', 'a'.repeat(64)).is).toBe('other-build');
  });

  it('of a newer version: nothing, as an old file may be shown again on purpose', () => {
    for (const version of ['0.2.2', '0.10.0', '1.0.0'])
      expect(newsFor(version)).toEqual({ is: 'older', version: '0.2.1', date: '2026-12-24', since: [] });
  });
});

describe('the key that signs releases', () => {
  it('comes from the environment only where the app runs from its sources', () => {
    const environment = { KEYFERRY_RELEASE_KEY: 'x' };
    expect(releaseKey(false, environment)).toBe('x');
    expect(releaseKey(true, environment)).not.toBe('x');
    expect(releaseKey(false, {})).toBe(releaseKey(true, {}));
  });
});
