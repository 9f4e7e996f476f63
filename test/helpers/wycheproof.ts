import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Test vectors of github.com/C2SP/wycheproof, kept next to the repository. */
const folder = fileURLToPath(new URL('../../../shared/data/wycheproof/', import.meta.url));

/** True only if the folder is missing, and never in CI, where a missing folder must fail. */
export const withoutWycheproof = !existsSync(folder) && process.env['CI'] === undefined;

export interface KeyWrapVectors {
  readonly numberOfTests: number;
  readonly testGroups: readonly {
    readonly tests: readonly {
      readonly tcId: number;
      readonly key: string;
      readonly msg: string;
      readonly ct: string;
      readonly result: 'valid' | 'invalid' | 'acceptable';
    }[];
  }[];
}

export interface OaepVectors {
  readonly numberOfTests: number;
  readonly testGroups: readonly {
    readonly sha: 'SHA-256' | 'SHA-1';
    readonly mgfSha: 'SHA-256' | 'SHA-1';
    readonly keySize: number;
    readonly privateKeyPkcs8: string;
    readonly tests: readonly {
      readonly tcId: number;
      readonly msg: string;
      readonly ct: string;
      readonly label: string;
      readonly result: 'valid' | 'invalid' | 'acceptable';
    }[];
  }[];
}

export function readKeyWrapVectors(name: string): KeyWrapVectors {
  // The type describes the published files, which do not change under the same name.
  return JSON.parse(readFileSync(folder + name, 'utf8')) as KeyWrapVectors;
}

export function readOaepVectors(name: string): OaepVectors {
  // As above.
  return JSON.parse(readFileSync(folder + name, 'utf8')) as OaepVectors;
}
