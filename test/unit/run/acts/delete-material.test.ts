import { randomBytes } from 'node:crypto';
import { ListKeyRotationsCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { noCopySentence } from '../../../../main/shared/acts-typed';
import { planned } from '../../../helpers/act-work';
import { createWithCopy, openedKey, openFor } from '../../../helpers/again-work';
import { codeOf, createBench, valueOf } from '../../../helpers/ceremony-bench';
import { importMaterial, needed } from '../../../helpers/import-material';
import { sentCount } from '../../../faults/life';

const deleteOnly = { do: 'delete-material', materials: 'only' } as const;

describe('deleting key material', () => {
  it('is refused without its opened copy, unless the sentence is typed', async () => {
    const bench = await createBench();
    const { keyArn, copy } = await createWithCopy(bench);
    const { plan, typed } = valueOf(await planned(bench, keyArn, deleteOnly));
    const request = { plan, session: bench.session.view.session, act: deleteOnly };
    expect(codeOf(await bench.carryOut(request))).toBe('act.typed');
    expect(codeOf(await bench.carryOut({ ...request, typed: needed(typed) }))).toBe('act.typed');
    expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(0);

    valueOf(await openFor(bench, await openedKey(bench, keyArn), copy));
    const proven = valueOf(await planned(bench, keyArn, deleteOnly));
    const now = { ...request, plan: proven.plan };
    expect(codeOf(await bench.carryOut({ ...now, typed: noCopySentence }))).toBe('act.typed');
    const run = valueOf(await bench.carryOut({ ...now, typed: needed(proven.typed) }));
    expect(run.acted?.state).toBe('PendingImport');
  });

  it('deletes only what is at AWS and was shown', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const { KeyMaterialId } = await importMaterial(bench.outside, keyArn, randomBytes(32), {
      request: { ImportType: 'NEW_KEY_MATERIAL' },
    });
    const { plan } = valueOf(await planned(bench, keyArn, deleteOnly));
    const { session } = bench.session.view;
    for (const materials of ['only', [], ['0'.repeat(64)], [needed(KeyMaterialId), '0'.repeat(64)]] as const)
      expect(
        codeOf(
          await bench.carryOut({
            plan,
            session,
            act: { do: 'delete-material', materials },
            typed: noCopySentence,
          }),
        ),
      ).toBe('act.whichMaterial');
    expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(0);
    const { Rotations } = await bench.outside.send(
      new ListKeyRotationsCommand({ KeyId: keyArn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
    );
    expect(Rotations?.map(({ ImportState }) => ImportState)).toEqual(['IMPORTED', 'IMPORTED']);
  });
});
