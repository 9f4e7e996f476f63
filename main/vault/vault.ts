import { localError } from '../shared/errors';
import type { WrapStage } from '../shared/progress';
import { err, ok, type Result } from '../shared/result';
import type { OpenedCopy, SelfTestRequest, VaultMessage, VaultRequest, WrapRequest } from './messages';
import { inspectMaterial, obtainMaterial, type Obtained } from './material/obtain-material';
import { selfTest } from './self-test';
import { wrapMaterial } from './material/wrap-material';
import { createCollectedShares } from './shares/collected-shares';

// SECURITY: this process is the only place where key material exists. It answers only with ciphertext and public facts,
// wipes, and ends: whatever a library copied inside is gone with it. Between making or opening a copy and wrapping, it
// holds the material, so nothing else has to; and the shares, while they are collected.

let held: Obtained | undefined;
const collected = createCollectedShares();
/** A self-test that ran ahead of the wrap, and its result. */
let tested: { readonly of: SelfTestRequest; readonly result: Result<null> } | undefined;

const port = process.parentPort;
const say = (message: VaultMessage): void => port.postMessage(message);

async function serve(request: Exclude<VaultRequest, { kind: 'end' }>): Promise<void> {
  switch (request.kind) {
    case 'self-test': {
      tested = { of: request, result: testOf(request)() };
      say({ kind: 'self-test', result: tested.result });
      return;
    }
    case 'inspect':
      say({ kind: 'inspect', result: await answer(inspectMaterial(request)) });
      return;
    case 'wrap': {
      const { source } = request;
      const obtain = () => (source.from === 'held' ? takeHeld() : obtainMaterial(request, source));
      say({ kind: 'wrap', result: await answer(wrapMaterial(request, obtain, stage, testOf(request))) });
      return;
    }
    case 'make-copy': {
      const { makeCopy } = await import('./copies/make-copy');
      say({ kind: 'make-copy', result: await answer(hold(makeCopy(request))) });
      return;
    }
    case 'find-copy': {
      const { findCopy } = await import('./copies/find-copy');
      say({ kind: 'find-copy', result: await answer(findCopy(request.brought, collected)) });
      return;
    }
    case 'tell-copy': {
      const { tellCopy } = await import('./copies/tell-copy');
      say({ kind: 'tell-copy', result: await answer(tellCopy(request.paths)) });
      return;
    }
    case 'remove-share':
      say({ kind: 'remove-share', result: ok(collected.remove(request.number) ?? null) });
      return;
    case 'open-copy': {
      const { openCopy } = await import('./copies/open-copy');
      say({ kind: 'open-copy', result: await answer(hold(openCopy(request, collected))) });
      return;
    }
  }
}

/** The self-test; one that ran ahead for the same algorithm and length is not run again. */
function testOf({ wrappingAlgorithm, materialLength }: SelfTestRequest | WrapRequest): () => Result<null> {
  const { of, result } = tested ?? {};
  const isSame = of?.wrappingAlgorithm === wrappingAlgorithm && of.materialLength === materialLength;
  return () => (isSame && result !== undefined ? result : selfTest(wrappingAlgorithm, materialLength));
}

/** SECURITY: the message of an error thrown in here may contain bytes of the material; only a code is answered. */
async function answer<T>(result: Promise<Result<T>>): Promise<Result<T>> {
  return await result.catch(() => err(localError('wrap', 'wrap.failed', undefined, 'check-first')));
}

/** Keeps the material that came with an answer, and returns the answer without it. */
async function hold(
  result: Promise<Result<{ readonly obtained: Obtained; readonly opened: OpenedCopy }>>,
): Promise<Result<OpenedCopy>> {
  const made = await result;
  if (!made.ok) return made;
  held?.secret.wipe();
  held = made.value.obtained;
  collected.wipe();
  return ok(made.value.opened);
}

/** Hands over the held material. Error on a second call: there is none left. */
function takeHeld(): Result<Obtained> {
  const taken = held;
  held = undefined;
  return taken ? ok(taken) : err(localError('custody', 'copy.released'));
}

async function stage<T>(name: WrapStage, run: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  say({ kind: 'stage', stage: name, state: 'running' });
  const result = await run();
  if (result.ok) say({ kind: 'stage', stage: name, state: 'done' });
  return result;
}

port.on('message', ({ data }) => {
  // Main validated every part of the request, and only main can send one.
  const request = data as VaultRequest;
  if (request.kind !== 'end') return void serve(request);
  held?.secret.wipe();
  collected.wipe();
  process.exit(0);
});
