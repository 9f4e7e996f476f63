import { checkExpiry } from '../../aws/check-key';
import type { KeyFacts } from '../../aws/kms-port';
import { againFit } from '../../custody/copy-purpose';
import type { Custody } from '../../custody/custody';
import {
  copyCheckValueOf,
  custodyOfChosen,
  madeOf,
  type ChosenMaterial,
} from '../../custody/material-choice';
import { materialAgain } from '../../run/again-material';
import { awsClock, type Clock } from '../../run/calls';
import type { RunStep } from '../../shared/views/aws';
import { newRun } from '../../run/run';
import { noNotes } from '../../run/run-notes';
import type { Runs } from '../../run/runs';
import type { RequestOf } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { findOpenedKey, type OpenedKey, type OpenedKeyPorts } from './opened-key';

export interface MaterialForKeyPorts extends OpenedKeyPorts {
  readonly clock: Clock;
  readonly custody: Pick<Custody, 'materialOf'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
}

/** A key that was opened, and the material that goes into it. */
export interface MaterialForKey extends OpenedKey {
  readonly material: ChosenMaterial;
}

/** Errors: those of findOpenedKey and materialAgain; job.busy, key.expiry. AWS is not asked. */
export function materialForKey(
  ports: MaterialForKeyPorts,
  request: RequestOf<'importAgain' | 'rotateKey'>,
): Result<MaterialForKey> {
  const found = findOpenedKey(ports, request);
  if (!found.ok) return found;
  if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
  const { open, session } = found.value;
  const expiry = checkExpiry(request.expiry, awsClock(ports.clock, session).now());
  if (!expiry.ok) return expiry;
  const material = materialAgain(request.held, ports.custody, open.mode);
  return material.ok ? ok({ open, session, material: material.value }) : material;
}

/** What a run begins with that imports such material. @param facts of the key as AWS has just told them. */
export const runWithMaterial = (
  { clock }: Pick<MaterialForKeyPorts, 'clock'>,
  { open, session, material }: MaterialForKey,
  facts: KeyFacts,
  steps: readonly RunStep[],
) => ({
  ...newRun(session, clock.now(), steps),
  key: facts,
  before: facts,
  fit: againFit(facts.keySpec),
  material,
  custody: custodyOfChosen(material),
  notes: { ...noNotes(), madeOf: madeOf(material) },
  ...definedOnly({ alias: open.aliases[0], copyCheckValue: copyCheckValueOf(material) }),
});
