import { z } from 'zod';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';
import { handle, hexSha256, line, region } from './values';

export const proxyChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('manual'), url: line }),
]);
export type ProxyChoice = Inferred<typeof proxyChoice>;

/** What a person asks for when signing in, one step at a time. */
export const signInRequest = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('practice'), region }),
  z.strictObject({
    by: z.literal('profile'),
    profile: line,
    region,
    mfaCode: z.string().max(32).exactOptional(),
    /** What a person agreed to run: `consent` of the answer `program`. */
    runs: hexSha256.exactOptional(),
  }),
  z.strictObject({ by: z.literal('pasted'), text: z.string().max(limits.maxPastedCredentialsChars), region }),
  /** Starts the device authorization and opens the system's browser. */
  z.strictObject({ by: z.literal('browser'), startUrl: line, ssoRegion: region }),
  /** Ends when the person has answered in the browser, or the code has expired. */
  z.strictObject({ by: z.literal('browser-wait'), attempt: handle }),
  z.strictObject({ by: z.literal('role'), attempt: handle, accountId: line, roleName: line, region }),
]);
