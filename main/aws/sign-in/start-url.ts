import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';

/** Hosts of IAM Identity Center's access portals and issuers. */
const portalHost =
  /^(([a-z0-9-]+\.)+(awsapps\.(com|cn)|app\.aws(\.cn)?)|identitycenter\.amazonaws\.com(\.cn)?)$/;

/**
 * Reads the address of an access portal in the forms that people have: the whole start URL, perhaps with additions from
 * the browser, or only its name (`d-1234567890`, or an alias).
 * @returns the start URL for StartDeviceAuthorization; or error `browserSignIn.wrongAddress` with a reason.
 */
export function readStartUrl(text: string): Result<string> {
  const refuse = (reason: string) => err(localError('sign-in', 'browserSignIn.wrongAddress', { reason }));
  const trimmed = text.trim();
  if (trimmed === '') return refuse('empty');
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(trimmed)) {
    return ok(`https://${trimmed.toLowerCase()}.awsapps.com/start`);
  }
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(full)) return refuse('shape');
  const url = new URL(full);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return refuse('shape');
  if (url.port !== '' || !portalHost.test(url.hostname)) return refuse('host');
  // The portal keeps its own state after a `#`.
  url.hash = '';
  url.search = '';
  const isPortal = url.hostname.split('.').length === 3 && /\.awsapps\.(com|cn)$/.test(url.hostname);
  if (isPortal && url.pathname === '/') url.pathname = '/start';
  return ok(url.href.replace(/\/$/, ''));
}
