import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localStackRuntime, localStackScript } from '../../build/localstack/runtime.mjs';
import { endProcess, waitForLine, type RunningServer } from './running-server';

const startSeconds = 90;

/** Set up at most once per run; the first time on a computer takes about a minute. */
const runtime = await localStackRuntime();

/** Why LocalStack cannot run here; undefined if it can. In CI it must. */
export const withoutLocalStack = 'why' in runtime ? runtime.why : undefined;
if (withoutLocalStack !== undefined) process.stderr.write(`skipped: LocalStack (${withoutLocalStack})\n`);

/** The Python that also has boto3 and the AWS CLI: `python -m awscli`. */
export const localStackPython = 'python' in runtime ? runtime.python : undefined;

/**
 * Starts an empty LocalStack with KMS, STS and IAM on loopback. It takes an access key of twelve digits for the account
 * id.
 */
export async function startLocalStack(): Promise<RunningServer> {
  if (localStackPython === undefined) throw new Error(`No LocalStack: ${withoutLocalStack ?? ''}`);
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-localstack-'));
  const port = await freePort();
  const child = spawn(localStackPython, [localStackScript], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      FILESYSTEM_ROOT: join(folder, 'files'),
      OVERRIDE_IN_DOCKER: '0',
      SERVICES: 'kms,sts,iam',
      EAGER_SERVICE_LOADING: '0',
      GATEWAY_LISTEN: `127.0.0.1:${port}`,
      // With these, it makes no requests on the network.
      DISABLE_EVENTS: '1',
      SKIP_SSL_CERT_DOWNLOAD: '1',
      DNS_ADDRESS: '0',
    },
  });
  const stop = async (): Promise<void> => {
    await endProcess(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitForLine(child, /^Ready\.$/m, startSeconds);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** Another program could take the port before LocalStack, which does not accept port 0; LocalStack then fails. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // The address of a server that listens on TCP, never a pipe's.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
