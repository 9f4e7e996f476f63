import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/base/api';
import { channelOf, verbs, type Verb } from '../../main/shared/contract';
import { appErrorCodes } from '../../main/shared/errors';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goodMessages, isAllowed, messagesFor, toJson } from './ipc/messages';

const messagesPerVerb = 10_000;
/**
 * As many of them are said by the page; the others come to main as if the page had said them, in a tenth of the time.
 */
const saidByThePage = 1_000;
const seed = 20_261_123;

/** What the hostile preload leaves in the page. */
interface RawGlobals {
  readonly raw: {
    readonly sayAll: (channel: string, json: string) => Promise<string>;
    readonly sayExotic: (channel: string) => Promise<string>;
  };
}

/** A Result of main, or what was thrown instead. */
interface Answer {
  readonly ok?: boolean;
  readonly error?: { readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };
  readonly thrown?: string;
}

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  await answerDialogs(launched.app, []);
  await launched.app.evaluate(
    ({ BrowserWindow }, preload) => {
      Object.assign(globalThis, { unhandled: [] });
      for (const event of ['unhandledRejection', 'uncaughtException']) {
        process.on(event, (cause) => (Reflect.get(globalThis, 'unhandled') as unknown[]).push(String(cause)));
      }
      // Electron 35 has the first of the two methods, Electron 33 only the second.
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session as unknown as {
        registerPreloadScript?: (script: { type: 'frame'; filePath: string }) => void;
        setPreloads: (paths: readonly string[]) => void;
      };
      if (session.registerPreloadScript) session.registerPreloadScript({ type: 'frame', filePath: preload });
      else session.setPreloads([preload]);
    },
    resolve(import.meta.dirname, 'ipc/hostile-preload.cjs'),
  );
  await launched.page.reload();
});

afterAll(() => launched.close());

async function say(channel: string, messages: readonly unknown[]): Promise<readonly Answer[]> {
  const answers = await launched.page.evaluate(
    ([to, json]) => (globalThis as unknown as RawGlobals).raw.sayAll(to, json), // put there by the preload
    [channel, toJson(messages)] as const,
  );
  return JSON.parse(answers) as Answer[]; // what sayAll wrote
}

/** What main answers to messages that come from the page's own frame. */
async function sayInMain(channel: string, messages: readonly unknown[]): Promise<readonly Answer[]> {
  const answers = await launched.app.evaluate(
    async ({ BrowserWindow, ipcMain }, [to, json]) => {
      // Electron keeps the handlers of invoke here.
      const { _invokeHandlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object, message: unknown) => Promise<unknown>>;
      };
      const { mainFrame, id } = BrowserWindow.getAllWindows()[0]?.webContents ?? {};
      const event = { senderFrame: mainFrame, sender: { id } };
      const handle = async (message: unknown): Promise<unknown> => {
        try {
          return await _invokeHandlers.get(to)?.(event, message);
        } catch (error) {
          return { thrown: String(error) };
        }
      };
      const given: unknown[] = [];
      const messages = JSON.parse(json, (_name, value: { $bytes?: unknown } | null) =>
        typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
      ) as unknown[];
      for (const message of messages) given.push(await handle(message));
      return JSON.stringify(given);
    },
    [channel, toJson(messages)] as const,
  );
  return JSON.parse(answers) as Answer[]; // what handle gave
}

const codeOf = (answer: Answer): string => answer.error?.code ?? (answer.ok === true ? 'ok' : 'no Result');

describe('a message to main', () => {
  it.each(verbs)('is taken only when the contract allows it, of ten thousand tries: %s', async (verb) => {
    const messages = fc.sample(messagesFor(verb), { numRuns: messagesPerVerb, seed });
    const answers = [
      ...(await say(channelOf(verb), messages.slice(0, saidByThePage))),
      ...(await sayInMain(channelOf(verb), messages.slice(saidByThePage))),
    ];
    expect(answers).toHaveLength(messagesPerVerb);
    const wrong = answers.flatMap((answer, index) => {
      const code = codeOf(answer);
      const message = messages[index];
      const judged = (code === 'ipc.badRequest') === !isAllowed(verb, message);
      const known = code === 'ok' || (appErrorCodes as readonly string[]).includes(code);
      return judged && known && code !== 'internal.unexpected' ? [] : [{ code, message }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(/planted-folder|\.cjs|node:|\bat \w+ \(|\/etc\/|thrown/);
    const allowed = messages.filter((message) => isAllowed(verb, message)).length;
    expect(allowed).toBeGreaterThan(0);
    expect(allowed).toBeLessThan(messagesPerVerb);
  });

  it.each(verbs)(
    'is refused, or cannot even be sent, when it is of no kind that JSON knows: %s',
    async (verb) => {
      const json = await launched.page.evaluate(
        (channel) => (globalThis as unknown as RawGlobals).raw.sayExotic(channel), // put there by the preload
        channelOf(verb),
      );
      const answers = Object.entries(JSON.parse(json) as Record<string, Answer>); // what sayExotic wrote
      expect(answers.length).toBeGreaterThan(15);
      const bad = answers.filter(([, answer]) =>
        answer.thrown === undefined
          ? codeOf(answer) !== 'ipc.badRequest'
          : !/could not be cloned|Error: x/.test(answer.thrown),
      );
      expect(bad).toEqual([]);
    },
  );

  it('is refused when it is too large, even where its shape is right', async () => {
    const paths = Array.from({ length: 32 }, () => 'x'.repeat(4096));
    const answers = await say(channelOf('readParameters'), [{ files: paths }, { files: paths.slice(0, 8) }]);
    expect(answers.map(codeOf)).toEqual(['ipc.badRequest', 'file.unreadable']);
  });

  it('never leaves main with an error that nobody caught', async () => {
    expect(await launched.app.evaluate(() => Reflect.get(globalThis, 'unhandled') as unknown)).toEqual([]);
    expect((await say(channelOf('describeApp'), [{}])).map(codeOf)).toEqual(['ok']);
  });

  it('finds nobody on a channel that is not in the contract', async () => {
    const strangers = [
      'keyferry:',
      'keyferry:none',
      'describeApp',
      'keyferry:progress',
      'ELECTRON_BROWSER_REQUIRE',
    ];
    for (const channel of strangers) {
      const [answer] = await say(channel, [{}]);
      expect(answer?.thrown).toContain('No handler registered');
    }
    const listened = await launched.app.evaluate(({ ipcMain }) => {
      // Electron keeps the handlers of invoke here.
      const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
      return { handlers: [..._invokeHandlers.keys()], listeners: ipcMain.eventNames().map(String) };
    });
    expect(listened.handlers.sort()).toEqual(verbs.map(channelOf).sort());
    expect(listened.listeners.filter((name) => name.startsWith('keyferry'))).toEqual([]);
  });
});

describe('a sender that is not the page', () => {
  const codes = (frames: 'none' | 'inner'): Promise<readonly string[]> =>
    launched.app.evaluate(
      async ({ BrowserWindow, ipcMain }, [which, channels]) => {
        const { _invokeHandlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: object, message: unknown) => Promise<Answer>>;
        };
        const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames[0] ?? undefined;
        const senderFrame = which === 'inner' ? frame : null;
        if (senderFrame === undefined) return ['no inner frame'];
        return await Promise.all(
          channels.map(async (channel) => {
            const answer = await _invokeHandlers.get(channel)?.({ senderFrame }, {});
            return answer?.error?.code ?? 'answered';
          }),
        );
      },
      [frames, verbs.map(channelOf)] as const,
    );

  it('is refused as a frame inside the page', async () => {
    await launched.page.evaluate(() => {
      document.body.append(document.createElement('iframe'));
    });
    expect(await codes('inner')).toEqual(verbs.map(() => 'ipc.untrustedSender'));
  });

  it('is refused as a frame that is gone', async () => {
    expect(await codes('none')).toEqual(verbs.map(() => 'ipc.untrustedSender'));
  });

  it.each(['about:blank', 'app://ui/index.html'])('is refused as another window: %s', async (url) => {
    const answers = await launched.app.evaluate(
      async ({ app, BrowserWindow }, [where, asked]) => {
        const own = BrowserWindow.getAllWindows()[0]?.webContents;
        if (!own) return [];
        const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
        const other = new BrowserWindow({
          show: false,
          webPreferences: { session: own.session, preload, sandbox: true },
        });
        await other.loadURL(where);
        const script = `Promise.all(${JSON.stringify(asked)}.map((verb) => keyferry[verb]({})))`;
        const found = (await other.webContents.executeJavaScript(script)) as Answer[];
        other.destroy();
        return found;
      },
      [url, verbs.filter((verb) => !verb.startsWith('drop'))] as const,
    );
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'ipc.untrustedSender'));
    expect(answers.length).toBe(verbs.filter((verb) => !verb.startsWith('drop')).length);
  });

  it.each(['#part', '?query'])('is refused as the page under another address: %s', async (suffix) => {
    await launched.page.evaluate((to) => history.replaceState(null, '', to), `/index.html${suffix}`);
    const found = (await say(channelOf('describeApp'), [{}])).map(codeOf);
    await launched.page.evaluate(() => history.replaceState(null, '', '/index.html'));
    expect(found).toEqual(['ipc.untrustedSender']);
    expect((await say(channelOf('describeApp'), [{}])).map(codeOf)).toEqual(['ok']);
  });
});

describe('a fault of our own', () => {
  it.each(['error', 'text'])(
    'answers with a correlation id, and logs no word of its message: %s',
    async (kind) => {
      const planted = `planted ${randomBytes(4).toString('hex')}`;
      await launched.app.evaluate(
        ({ clipboard }, [what, secret]) => {
          const message = `${secret} at ${secret}\n    at ${secret} (/home/${secret}/x.ts:1:1)`;
          clipboard.writeText = () => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is the case to try
            throw what === 'error' ? new TypeError(message) : message;
          };
        },
        [kind, planted] as const,
      );
      const [answer] = await say(channelOf('copyText'), [{ text: 'x' }]);
      const correlationId = String(answer?.error?.facts?.['correlationId']);
      expect(answer?.error).toMatchObject({ code: 'internal.unexpected', facts: { correlationId } });
      expect(JSON.stringify(answer)).not.toContain('planted');
      expect(correlationId).toMatch(/^[\da-f]{8}$/);
      const line = (): string =>
        launched
          .output()
          .split('\n')
          .find((each) => each.includes(correlationId)) ?? '';
      await expect.poll(line).not.toBe('');
      expect(line()).not.toContain('planted');
      if (kind === 'error') expect(line()).toMatch(/TypeError.*copyText/);
    },
  );
});

/** The good messages are good, or the rest would prove nothing. */
it.each(verbs)('knows a message that is in order: %s', (verb: Verb) => {
  expect(isAllowed(verb, goodMessages[verb])).toBe(true);
});
