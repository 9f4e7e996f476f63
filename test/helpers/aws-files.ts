import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface AwsHome {
  readonly folder: string;
  readonly write: (files: { readonly config?: string; readonly credentials?: string }) => void;
  /** What `aws sso login` leaves behind for a session name or a start URL. */
  readonly writeSsoToken: (name: string, token: object) => void;
  readonly remove: () => void;
}

/** A home folder with its own AWS files; HOME and the two variables have to name it. */
export function makeAwsHome(): AwsHome {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
  const cache = join(folder, '.aws', 'sso', 'cache');
  mkdirSync(cache, { recursive: true });
  return {
    folder,
    write: ({ config = '', credentials = '' }) => {
      writeFileSync(join(folder, '.aws', 'config'), config);
      writeFileSync(join(folder, '.aws', 'credentials'), credentials);
    },
    writeSsoToken: (name, token) => {
      const file = `${createHash('sha1').update(name).digest('hex')}.json`;
      writeFileSync(join(cache, file), JSON.stringify(token));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
