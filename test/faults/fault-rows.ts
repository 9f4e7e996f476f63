import type { FaultRow } from './fault-row';
import { addReceiverRows } from './rows/add-receiver';
import { anyStepRows } from './rows/any-step';
import { createKeyRows } from './rows/create-key';
import { credentialRows } from './rows/credentials';
import { custodyRows } from './rows/custody';
import { importAgainRows } from './rows/import-again';
import { importRows } from './rows/import';
import { intakeRows } from './rows/intake';
import { launchRows } from './rows/launch';
import { keyListRows } from './rows/key-list';
import { materialRows } from './rows/material';
import { deleteKeyRows } from './rows/delete-key';
import { deleteMaterialRows } from './rows/delete-material';
import { mixedSets } from './rows/mixed-sets';
import { parameterRows } from './rows/parameters';
import { revokeRows } from './rows/revoke';
import { replicateRows } from './rows/replicate';
import { rotateReturnedRows } from './rows/rotate-returned';
import { rotateRows } from './rows/rotate';

export const faultRows: readonly FaultRow[] = [
  ...launchRows,
  ...credentialRows,
  ...createKeyRows,
  ...parameterRows,
  ...intakeRows,
  mixedSets,
  ...materialRows,
  ...custodyRows,
  ...importRows,
  ...addReceiverRows,
  ...keyListRows,
  ...importAgainRows,
  ...deleteKeyRows,
  ...deleteMaterialRows,
  ...revokeRows,
  ...replicateRows,
  ...rotateRows,
  ...rotateReturnedRows,
  ...anyStepRows,
];
