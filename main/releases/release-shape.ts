import { z } from 'zod';

export const releaseFormat = 'keyferry-release';
export const releaseFormatVersion = 1;

/** `1.2.3`, and nothing behind it: versions for trying out are not announced. */
const version = z.string().regex(/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/);
const date = z.string().refine((text) => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // 31 February is no day, and would be taken for one of March.
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** One line for people; no control, no invisible and no direction-changing characters. */
const line = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,400}$/u);

const release = z.strictObject({
  version,
  date,
  /** What it mends that puts key material, a key or a record at risk. */
  grave: z.array(line).max(40),
  /** What else it mends or brings. */
  mends: z.array(line).max(200),
});

/** What is signed (docs/verify-release.md). */
export const releaseFile = z
  .strictObject({
    format: z.literal(releaseFormat),
    formatVersion: z.literal(releaseFormatVersion),
    version,
    date,
    /** Over the compiled app, as in `BUILD-SHA256` and in each ceremony record. */
    buildSha256: sha256,
    /** The packages of this version. */
    files: z.array(z.strictObject({ name: line, sha256 })).max(40),
    /** This version, and those before it, the newest first. */
    releases: z.array(release).min(1).max(200),
  })
  .refine(({ version: newest, date: day, releases }) => {
    const [first] = releases;
    return first?.version === newest && first.date === day && isDescending(releases);
  });

export type ReleaseFile = z.infer<typeof releaseFile>;

function isDescending(releases: readonly { readonly version: string }[]): boolean {
  return releases.slice(1).every((one, at) => compareVersions(releases[at]?.version ?? '', one.version) > 0);
}

/** Positive where the first is newer, 0 where they are the same. */
export function compareVersions(one: string, other: string): number {
  const others = other.split('.').map(Number);
  const differences = one.split('.').map((part, at) => Number(part) - (others[at] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
