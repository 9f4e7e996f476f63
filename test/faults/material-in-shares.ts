import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CopyPlan } from '../../main/shared/views/custody';
import { checkValueIn } from '../helpers/check-value-in';
import { shownOf, valueOf, type createBench } from '../helpers/ceremony-bench';

export type Bench = Awaited<ReturnType<typeof createBench>>;
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-fault-'));
export const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] };

export const purposeOf = ({ session }: Bench) =>
  ({
    session: session.view.session,
    alias: 'bluescape-data',
    wrappingKeySpec: 'RSA_2048',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    lengthBytes: 32,
  }) as const;

/** Generates material, and makes shares of it. @returns the choice for a ceremony, and where the shares are. */
export async function makeShares(bench: Bench, folder = newFolder()) {
  bench.copyTo(folder);
  const source = { from: 'generate', lengthBytes: 32 } as const;
  const made = valueOf(await bench.makeCopy({ source, purpose: purposeOf(bench), copy: shares }));
  if (!made.picked) throw new Error('No place was picked.');
  return { material: { from: 'held', handle: made.value.handle } as const, held: made.value, folder };
}

export async function restoreShares(bench: Bench, folder: string) {
  const { handle } = shownOf(await bench.findCopy({ files: [folder] }));
  const checkValue = checkValueIn(folder);
  const held = valueOf(await bench.openCopy({ copy: handle, purpose: purposeOf(bench), checkValue }));
  return { from: 'held', handle: held.handle } as const;
}
