import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { endProcess, waitForLine, type RunningServer } from './running-server';

const startSeconds = 60;
const script = resolve(import.meta.dirname, '../../build/practice-kms.mjs');

/** `npm run practice-kms` on a free port, with so many keys in its account. */
export async function startPracticeServer({ keys = 0 } = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, [script, '--port', '0', '--keys', String(keys)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): Promise<void> => endProcess(child);
  try {
    const [, url = ''] = await waitForLine(child, /(http:\/\/127\.0\.0\.1:\d+)/, startSeconds);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
