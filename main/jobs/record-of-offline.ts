import type { JobFacts } from '../records/record-events';
import { recordedInstant, type Zone } from '../records/record-instant';
import { custodySection, fileSection, orNone, plainExceptions } from '../records/record-parts';
import type { OfflineRecord } from '../schemas/finished-work';
import { definedOnly } from '../shared/defined-only';
import { fileNames } from '../shared/file-names';
import type * as views from '../shared/views/record';

/** What the ceremony record says of the offline job. AWS was not called. */
export function recordOfOffline(record: OfflineRecord, zone: Zone): JobFacts {
  const { saved, begunAt, pairSha256, stages, notCompared, resumedAt } = record;
  const { parameters, material, source } = saved;
  const { keyId, keyArn, accountId, region } = parameters;
  const at = (instant: Date): views.RecordedInstant => recordedInstant(instant, zone);
  const wrapping: views.WrappingSection = {
    wrappingAlgorithm: saved.wrappingAlgorithm,
    wrappingKeySpec: parameters.wrappingKeySpec,
    wrappingKeySha256: parameters.fingerprint.hex,
    pairSha256,
    ...definedOnly({
      parametersValidTo: parameters.validTo === undefined ? undefined : at(new Date(parameters.validTo)),
    }),
  };
  const custody = custodySection(saved.custody, zone);
  const exported = saved.plaintextExported ? fileNames.plaintextKeyMaterial : undefined;
  const exceptions: views.RecordedException[] = [...plainExceptions(custody, wrapping)];
  if (notCompared) exceptions.push({ kind: 'check-value-not-compared', times: 1 });
  if (exported !== undefined) exceptions.push({ kind: 'clear-export', fileName: exported, times: 1 });
  if (resumedAt !== undefined) {
    exceptions.push({ kind: 'resumed', step: 'wrap', code: 'app-ended', at: at(resumedAt), times: 1 });
  }
  return {
    job: 'wrap-offline',
    id: saved.handle,
    mode: parameters.practice === true ? 'practice' : 'offline',
    begunAt: at(begunAt),
    key: definedOnly({ keyId, keyArn, accountId, region }),
    material: {
      source,
      kind: material.kind,
      lengthBytes: material.lengthBytes,
      ...definedOnly({ keyName: material.keyName }),
      checkValue: saved.checkValue,
    },
    wrapping,
    custody,
    policy: 'none',
    receiver: 'none',
    steps: [...stages].map(([step, endedAt]) => ({ step, state: 'done', endedAt: at(endedAt) })),
    calls: 'none',
    files: orNone(saved.files.map(fileSection)),
    erasure: {
      vaultProcess: 'ended',
      clearExport: exported === undefined ? 'none' : { name: exported },
      ownFile: source === 'file' ? 'untouched' : 'none',
    },
    exceptions: orNone(exceptions),
  };
}
