import { z } from 'zod';
import type { RequestOf, Verb } from '../shared/contract';
import { wrappingAlgorithms } from '../shared/kms-words';
import { limits } from '../shared/limits';

const handle = z.uuid();
const lengthBytes = z.union([z.literal(32), z.literal(16)]);
const paths = z.array(z.string().max(4096)).max(limits.maxDroppedFiles);
const wrappingAlgorithm = z.enum(wrappingAlgorithms);
const nothing = z.strictObject({});
const expectation = { parameters: handle, wrappingAlgorithm, lengthBytes };

/** One schema a verb: what arrives from the page is unknown until it has passed here. */
export const schemas: { readonly [V in Verb]: z.ZodType<RequestOf<V>> } = {
  describeApp: nothing,
  chooseParameters: z.strictObject({ what: z.enum(['files', 'folder']) }),
  dropParameters: z.strictObject({ paths }),
  chooseMaterialFile: z.strictObject(expectation),
  dropMaterialFile: z.strictObject({ ...expectation, paths }),
  wrapAndSave: z.strictObject({
    parameters: handle,
    wrappingAlgorithm,
    material: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('generate'), lengthBytes }),
      z.strictObject({ from: z.literal('file'), handle }),
    ]),
    exportPlaintext: z.boolean(),
  }),
  showSavedFiles: z.strictObject({ saved: handle }),
  copyText: z.strictObject({ text: z.string().max(limits.maxCopiedTextChars) }),
  leaveJob: nothing,
};
