/**
 * The public key that signs release files: `x` of its JWK (RFC 8037), 43 characters of base64url. docs/releasing.md says
 * how a maintainer makes the pair. While there is none, a build cannot check a release file, and says so on About.
 */
const pinned: string | undefined = undefined;

/** Only for a build that runs from its sources: the tests sign with a key of their own. */
const ofDevelopment = 'KEYFERRY_RELEASE_KEY';

/** SECURITY: a packaged app takes the key from nowhere but its own code. */
export function releaseKey(isPackaged: boolean, environment: NodeJS.ProcessEnv): string | undefined {
  return isPackaged ? pinned : (environment[ofDevelopment] ?? pinned);
}
