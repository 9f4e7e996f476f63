import { randomBytes } from 'node:crypto';
import { ListKeyRotationsCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { RunView } from '../../../main/shared/contract';
import {
  createWithCopy,
  goOnWith,
  importOnceMore,
  loseMaterial,
  openedKey,
  openFor,
  rotateIn,
  sealedCopyOf,
  stateAndRest,
  type KeyWithCopy,
  type Wanted,
} from '../../helpers/again-work';
import { importMaterial } from '../../helpers/import-material';
import { makeKey } from '../../helpers/look-after-job';
import { codeOf, valueOf } from '../../helpers/results';
import type { FaultRow } from '../fault-row';
import { beginLife, expectListed, sentCount, type Life } from '../life';
import type { Bench } from '../material-in-shares';
import { endTitle, failureTitle, stateTitle, wantedOnPage } from '../on-screen';
import { hourMs } from './parameters';

const step = 'Import again';

interface LivingKey extends Pick<KeyWithCopy, 'keyArn' | 'copy'> {
  readonly life: Life;
  readonly bench: Bench;
}

async function keyInLife(wanted?: Wanted): Promise<LivingKey & KeyWithCopy> {
  const life = await beginLife();
  return { life, bench: life.bench, ...(await createWithCopy(life.bench, wanted)) };
}

/** `CURRENT IMPORTED`, of each material that AWS has of the key, the first one first. */
async function materialsAtAws({ bench, keyArn }: LivingKey): Promise<readonly string[]> {
  const listed = await bench.outside.send(
    new ListKeyRotationsCommand({ KeyId: keyArn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  return (listed.Rotations ?? [])
    .toSorted((one, other) => (one.RotationDate?.getTime() ?? 0) - (other.RotationDate?.getTime() ?? 0))
    .map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState}`);
}

/** A key that this app did not make: AWS keeps no description of its material. */
async function bareKey(): Promise<LivingKey> {
  const life = await beginLife();
  const { bench } = life;
  const keyArn = await makeKey(bench.outside);
  const material = randomBytes(32);
  await importMaterial(bench.outside, keyArn, material);
  return { life, bench, keyArn, copy: await sealedCopyOf(material) };
}

/** Somebody else rotates the key, and then both of its materials are lost. `second`: the copy of the new one. */
async function loseBoth<K extends LivingKey>(key: K) {
  const second = await rotateIn(key.bench, key.keyArn);
  const ids = await idsByRole(key);
  await loseMaterial(key.bench, key.keyArn, ids['NON_CURRENT']);
  await loseMaterial(key.bench, key.keyArn, ids['CURRENT']);
  expect(await materialsAtAws(key)).toEqual(['NON_CURRENT PENDING_IMPORT', 'CURRENT PENDING_IMPORT']);
  return { key, second, ids };
}

async function idsByRole({ bench, keyArn }: LivingKey): Promise<Record<string, string>> {
  const { materials } = await openedKey(bench, keyArn);
  return Object.fromEntries(
    materials?.read === true ? materials.value.map(({ role, id }) => [role, id]) : [],
  );
}

const stateAtAws = async ({ bench, keyArn }: LivingKey): Promise<string | undefined> =>
  (await stateAndRest(bench, keyArn)).state;

/** The material is there as before, once, and nothing is unfinished. */
async function expectWhole(key: LivingKey, run: RunView): Promise<void> {
  expect(endTitle(run)).toBe('The key works again');
  expect(await stateAtAws(key)).toBe('Enabled');
  expect(await materialsAtAws(key)).toEqual(['CURRENT IMPORTED']);
  expect(await key.bench.countKeys()).toBe(1);
  const { bench } = await key.life.next();
  expect(valueOf(await bench.listUnfinished())).toEqual({ runs: [], unusable: [] });
}

/** What the last import named as the material that it is of. */
const sentId = ({ way }: Bench): unknown =>
  (JSON.parse(way.bodies('ImportKeyMaterial').at(-1) ?? '{}') as { KeyMaterialId?: string }).KeyMaterialId;

export const importAgainRows: readonly FaultRow[] = [
  {
    id: 'F-L07',
    step: 'Show key',
    fault: 'a former material expired, and the current one is there',
    expected:
      '“stopped because of an older material”, which is named; at AWS the whole key waits for its import',
    how: async () => {
      const now = Date.now();
      const validTo = new Date(now + 5 * 24 * hourMs).toISOString();
      const key = await keyInLife({ expiry: { kind: 'on', validTo } });
      await rotateIn(key.bench, key.keyArn);
      expect(stateTitle(await openedKey(key.bench, key.keyArn))).toBe('The key works, and stops soon');
      key.bench.clock.moveOn(6 * 24 * hourMs);
      const view = await openedKey(key.bench, key.keyArn);
      expect(stateTitle(view)).toBe('The key has stopped because of an older material');
      expect(view.row).toMatchObject({ materials: { there: 1, needed: 2 } });
      const materials = view.materials?.read === true ? view.materials.value : [];
      const [missing, ...others] = materials.filter(({ isThere }) => !isThere);
      expect(missing).toMatchObject({ role: 'NON_CURRENT', copy: { checkValue: key.checkValue } });
      expect(others).toEqual([]);
      expect(await stateAtAws(key)).toBe('PendingImport');
      expect(await materialsAtAws(key)).toEqual(['NON_CURRENT PENDING_IMPORT', 'CURRENT IMPORTED']);
    },
  },
  {
    id: 'F-L08',
    step,
    fault: 'two materials are missing, and one is imported again',
    expected:
      '“1 of 2 back, still stopped”, at AWS as well; the next one goes the same way, and the key works',
    how: async () => {
      const { key, second, ids } = await loseBoth(await keyInLife());
      const first = await importOnceMore(key.bench, key);
      expect(endTitle(first)).toBe('1 of 2 back, still stopped');
      expect(first.handOver).toMatchObject({
        keyState: 'PendingImport',
        untested: 'stopped',
        again: { aim: 'bring-back', materials: { there: 1, needed: 2, missing: [ids['CURRENT']] } },
      });
      expect(await stateAtAws(key)).toBe('PendingImport');
      expect(await materialsAtAws(key)).toEqual(['NON_CURRENT IMPORTED', 'CURRENT PENDING_IMPORT']);
      const last = await importOnceMore(key.bench, { keyArn: key.keyArn, copy: second });
      expect(endTitle(last)).toBe('The key works again');
      expect(await stateAtAws(key)).toBe('Enabled');
      expect(await materialsAtAws(key)).toEqual(['NON_CURRENT IMPORTED', 'CURRENT IMPORTED']);
    },
  },
  {
    id: 'F-L09',
    step,
    fault: 'the copy is of other material than the key had',
    expected:
      'refused here where it is known which copy is wanted, which the page says, and else by AWS; nothing is changed, and the right copy goes on',
    how: async () => {
      const { key, ids } = await loseBoth(await keyInLife());
      const { bench } = key;
      const stranger = await createWithCopy(bench, { alias: 'other' });
      const run = await importOnceMore(bench, { keyArn: key.keyArn, copy: stranger.copy });
      expect(failureTitle(run)).toBe('Not the material this key had; nothing was changed');
      expect(run.failure).toMatchObject({
        error: {
          code: 'reimport.otherMaterial',
          changedInAws: false,
          facts: { keyMaterialId: ids['CURRENT'] },
        },
        next: 'change-material',
      });
      expect(await materialsAtAws(key)).toEqual(['NON_CURRENT PENDING_IMPORT', 'CURRENT PENDING_IMPORT']);
      const again = await goOnWith(bench, run, key.copy);
      expect(endTitle(again)).toBe('1 of 2 back, still stopped');
      expect(again.handOver?.checkValue).toBe(key.checkValue);

      const described = await keyInLife();
      await loseMaterial(described.bench, described.keyArn);
      const other = await createWithCopy(described.bench, { alias: 'other' });
      const sent = described.bench.way.sent.length;
      const view = await openedKey(described.bench, described.keyArn);
      const reading = described.bench.way.sent.length;
      expect(reading).toBeGreaterThan(sent);
      expect(wantedOnPage(view)).toEqual([
        expect.stringMatching(
          /^Key material [0-9a-f]{8}….{4}, check value .+, shares [0-9A-F]{4}-[0-9A-F]{4}$/,
        ),
      ]);
      expect(codeOf(await openFor(described.bench, view, other.copy))).toBe('copy.otherMaterial');
      expect(described.bench.way.sent).toHaveLength(reading);
      expect(await stateAtAws(described)).toBe('PendingImport');
    },
  },
  {
    id: 'F-L10',
    step,
    fault: 'the copy is of another material of the same key, or nothing says of which',
    expected:
      'the material that it is of is imported, by its ID where it is known; else AWS finds it out, and takes no other',
    how: async () => {
      const { key, second, ids } = await loseBoth(await keyInLife());
      // The description of the first one says which it is; of the other nothing is known, so it is that one.
      await importOnceMore(key.bench, { keyArn: key.keyArn, copy: second });
      expect(await materialsAtAws(key)).toEqual(['NON_CURRENT PENDING_IMPORT', 'CURRENT IMPORTED']);
      await importOnceMore(key.bench, key);
      expect(sentId(key.bench)).toBe(ids['NON_CURRENT']);
      expect(await stateAtAws(key)).toBe('Enabled');

      // Nothing says anything of either.
      const bare = await loseBoth(await bareKey());
      const { keyArn, copy } = bare.key;
      const first = await importOnceMore(bare.key.bench, { keyArn, copy: bare.second });
      expect([first.failure, sentId(bare.key.bench)]).toEqual([undefined, undefined]);
      // This computer has noted by now which material the first copy was of, so the other one is of the other.
      const rest = await importOnceMore(bare.key.bench, { keyArn, copy });
      expect([rest.failure, sentId(bare.key.bench)]).toEqual([undefined, bare.ids['NON_CURRENT']]);
      expect(await stateAtAws(bare.key)).toBe('Enabled');
      expect(await materialsAtAws(bare.key)).toEqual(['NON_CURRENT IMPORTED', 'CURRENT IMPORTED']);
    },
  },
  {
    id: 'F-L11',
    step,
    fault: 'the import token is older than 24 hours, by this computer’s clock or by AWS',
    expected: 'new import parameters, for which the material is wrapped anew; at AWS the key has it once',
    note: 'The vault has ended by then, as it has after half an hour: the copy is asked for once more.',
    how: async () => {
      const waited = await keyInLife();
      await loseMaterial(waited.bench, waited.keyArn);
      waited.bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
      const denied = await importOnceMore(waited.bench, waited);
      expect(failureTitle(denied)).toBe('AWS denied a permission');
      waited.bench.clock.moveOn(25 * hourMs);
      const released = await waited.bench.goOn(denied);
      expect(released.failure).toMatchObject({
        error: { code: 'copy.released', changedInAws: false },
        next: 'change-material',
      });
      expect((await expectListed(waited.life)).job).toBe('import-again');
      await expectWhole(waited, await goOnWith(waited.bench, released, waited.copy));

      const refused = await keyInLife();
      await loseMaterial(refused.bench, refused.keyArn);
      refused.bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
      const run = await importOnceMore(refused.bench, refused);
      expect(run.failure).toMatchObject({ error: { code: 'kms.expiredImportToken' }, next: 'continue' });
      const sets = sentCount(refused.bench, 'GetParametersForImport');
      const renewed = await refused.bench.goOn(run);
      expect(renewed.failure).toMatchObject({ error: { code: 'copy.released' }, next: 'change-material' });
      await expectWhole(refused, await goOnWith(refused.bench, renewed, refused.copy));
      expect(sentCount(refused.bench, 'GetParametersForImport')).toBe(sets + 1);
    },
  },
  {
    id: 'F-L12',
    step,
    fault: 'the answer to ImportKeyMaterial is lost, or its request',
    expected: 'AWS is asked what is there before the same bytes are sent again; it has the material once',
    how: async () => {
      for (const fault of ['answer lost', 'request lost'] as const) {
        const key = await keyInLife();
        await loseMaterial(key.bench, key.keyArn);
        key.bench.way.fail('ImportKeyMaterial', fault);
        const before = key.bench.way.sent.length;
        await expectWhole(key, await importOnceMore(key.bench, key));
        const sent = key.bench.way.sent.slice(before);
        expect(sent[sent.indexOf('ImportKeyMaterial') + 1]).toBe('DescribeKey');
        expect(sent.filter((operation) => operation === 'ImportKeyMaterial')).toHaveLength(2);
        expect(new Set(key.bench.way.bodies('ImportKeyMaterial').slice(-2)).size).toBe(1);
      }
    },
  },
  {
    id: 'F-L63',
    step,
    fault: 'the material is on the key already',
    expected: 'it is extended, not imported as new: the key works all the while, and has it once',
    note: 'Material as new, and a second one while one waits, belong to the rotation of a key.',
    how: async () => {
      const key = await keyInLife();
      const before = await stateAndRest(key.bench, key.keyArn);
      const validTo = new Date(key.bench.clock.now().getTime() + 300 * 24 * hourMs).toISOString();
      const states: Promise<string | undefined>[] = [];
      key.bench.way.onSend('DescribeKey', () => states.push(stateAtAws(key)));
      const run = await importOnceMore(key.bench, key, { kind: 'on', validTo });
      expect(run.handOver).toMatchObject({ again: { aim: 'extend', stateBefore: 'Enabled' } });
      expect(endTitle(run)).toBe('The key goes on without a stop');
      expect(new Set(await Promise.all(states))).toEqual(new Set(['Enabled']));
      expect(await materialsAtAws(key)).toEqual(['CURRENT IMPORTED']);
      const after = await stateAndRest(key.bench, key.keyArn);
      expect(after.metadata?.CurrentKeyMaterialId).toBe(before.metadata?.CurrentKeyMaterialId);
      expect(after.policy).toBe(before.policy);
    },
  },
];
