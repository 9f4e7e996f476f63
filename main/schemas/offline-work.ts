import { z } from 'zod';
import { limits } from '../shared/limits';
import { offlineStates } from '../shared/views/unfinished';
import { custodyView } from './custody';
import { bytes, checkValue, lengthBytes, line, wrappingAlgorithm } from './values';

/** The offline job as it is written down, from its copy to its saved files. */
export const notedOfflineWork = z.strictObject({
  id: z.uuid(),
  startedAt: z.date(),
  parameters: z.strictObject({
    form: z.enum(['zip', 'folder', 'files', 'cli-json']),
    files: z.array(line).readonly(),
    keyId: line.exactOptional(),
    keyArn: z
      .strictObject({ arn: line, partition: line, region: line, accountId: line, keyId: line })
      .exactOptional(),
    /** SECURITY: a key that was read from a note goes through the gate again. */
    spkiDer: bytes,
    importToken: bytes.refine(({ length }) => length > 0 && length <= limits.maxTokenBytes),
    tokenLooksFamiliar: z.boolean(),
    wrappingAlgorithm: wrappingAlgorithm.exactOptional(),
    validTo: z.date().exactOptional(),
    forRotation: z.strictObject({ formerCheckValues: z.array(checkValue).readonly() }).exactOptional(),
  }),
  wrappingAlgorithm,
  lengthBytes,
  state: z.enum(offlineStates),
  /** The last copy that is known to be whole. */
  custody: custodyView.exactOptional(),
  /** The check value of that copy, 16 hex digits. */
  checkValue: line.exactOptional(),
  /** Base name of the folder with the saved files. */
  folderName: line.exactOptional(),
  /** The code of those files: if the app ends before its last page was read, nothing else says it. */
  transferCode: line.exactOptional(),
});
export type NotedOfflineWork = z.output<typeof notedOfflineWork>;
