// npm run practice-kms — serves the practice AWS on loopback, for other programs: the AWS CLI, boto3, OpenSSL scripts.
//   npm run practice-kms -- --port 9000   uses another port than 8177; 0 takes a free one
//   npm run practice-kms -- --quotas      throttles as AWS does
//   npm run practice-kms -- --keys 10000  has so many keys in 17 Regions, of which half are imported
// Signatures are not verified, nothing is stored, and nothing leaves this computer.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { giveUp, repoRoot, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

/** @typedef {Record<string, string>} Texts */
/** @typedef {{ method: string, headers: Texts, path: string, query: Texts, body: Uint8Array }} Request */
/** @typedef {{ status: number, headers: Texts, body: Uint8Array }} Answer */
/** @typedef {{ answer(request: Request): Promise<Answer> }} PracticeAws */

const usualPort = 8177;
const maxRequestBytes = 1024 * 1024;

await setUpTools();
const practice = await loadPractice();
const port = await listen(numberAfter('--port', usualPort));
const url = `http://127.0.0.1:${port}`;
process.stdout.write(
  `Practice KMS, STS, IAM and sign-in: ${url}\n` +
    `Try: AWS_ACCESS_KEY_ID=practice AWS_SECRET_ACCESS_KEY=practice aws --region eu-central-1 --endpoint-url ${url} kms list-keys   (signatures are not verified)\n`,
);

/** @returns {Promise<PracticeAws>} */
async function loadPractice() {
  const { runnerImport } = await import('vite');
  /** @typedef {{ createPracticeAws(options: { now: () => Date, quotas: object, furnish?: unknown }): PracticeAws }} Practice */
  /** @typedef {{ awsQuotas: object }} Options */
  /** @typedef {{ quietAccount(size: { keys: number }): unknown }} Quiet */
  const at = (/** @type {string} */ file) => join(repoRoot, 'main', 'practice', file);
  const config = {
    configFile: /** @type {const} */ (false),
    root: repoRoot,
    logLevel: /** @type {const} */ ('warn'),
  };
  const [made, options] = await Promise.all([
    /** @type {Promise<{ module: Practice }>} */ (runnerImport(at('practice-aws.ts'), config)),
    /** @type {Promise<{ module: Options }>} */ (runnerImport(at('options.ts'), config)),
  ]);
  const keys = numberAfter('--keys', 0);
  const quiet = join(repoRoot, 'test', 'helpers', 'quiet-account.ts');
  const furnished =
    keys === 0 ? undefined : await /** @type {Promise<{ module: Quiet }>} */ (runnerImport(quiet, config));
  const quotas = process.argv.includes('--quotas') ? options.module.awsQuotas : {};
  const furnish = furnished?.module.quietAccount({ keys });
  return made.module.createPracticeAws({
    now: () => new Date(),
    quotas,
    ...(furnish === undefined ? {} : { furnish }),
  });
}

/**
 * @param {string} word
 * @param {number} usual
 */
function numberAfter(word, usual) {
  const words = process.argv.slice(2);
  const at = words.indexOf(word);
  const asked = at === -1 ? String(usual) : (words[at + 1] ?? '');
  return /^\d{1,5}$/.test(asked)
    ? Number(asked)
    : giveUp('usage: npm run practice-kms -- [--port 0-65535] [--quotas] [--keys 0-99999]');
}

/**
 * @param {number} wanted
 * @returns {Promise<number>} the port it got
 */
function listen(wanted) {
  const server = createServer((request, response) => void serve(request, response));
  return new Promise((resolve) => {
    server.once('error', (error) => giveUp(`Port ${wanted} cannot be used: ${error.message}`));
    // SECURITY: loopback only, because any client of this server may do anything in it.
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : wanted);
    });
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function serve(request, response) {
  if (isFromWebPage(request)) {
    response.writeHead(403).end('Web pages are not served.\n');
    return;
  }
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answer = await practice.answer({
      method: request.method ?? 'GET',
      headers: /** @type {Record<string, string>} */ (request.headers),
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: await readBody(request),
    });
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) });
    response.end(answer.body);
  } catch (error) {
    // Only the name, because a message could quote what was sent.
    say(`A request failed: ${error instanceof Error ? error.name : typeof error}`);
    request.socket.destroy();
  }
}

/**
 * SECURITY: a page in this computer's browser can send requests here as well, with any host name that resolves to
 * loopback.
 * @param {import('node:http').IncomingMessage} request
 */
function isFromWebPage({ headers }) {
  return headers.origin !== undefined || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
}

/** @param {import('node:http').IncomingMessage} request */
async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxRequestBytes) throw new RangeError('The request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
