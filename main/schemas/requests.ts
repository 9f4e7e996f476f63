import { z } from 'zod';
import type { Expiry } from '../shared/views/aws';
import type { RequestOf, Verb } from '../shared/contract';
import { isExpiry } from '../shared/is-expiry';
import { limits } from '../shared/limits';
import {
  checkValue,
  copyPlan,
  copyPurpose,
  copySource,
  droppedMaterial,
  handle,
  keyDraft,
  material,
  materialExpectation,
  passphrase,
  paths,
  people,
  proxy,
  signIn,
  transferProof,
  wrappingAlgorithm,
} from './shapes';

const nothing = z.strictObject({});

/** One schema a verb: what arrives from the page is unknown until it has passed here. */
export const schemas: { readonly [V in Verb]: z.ZodType<RequestOf<V>> } = {
  describeApp: nothing,
  chooseParameters: z.strictObject({ what: z.enum(['files', 'folder']) }),
  dropParameters: z.strictObject({ paths }),
  chooseMaterialFile: materialExpectation,
  dropMaterialFile: droppedMaterial,
  makeCopy: z.strictObject({ source: copySource, purpose: copyPurpose, copy: copyPlan }),
  chooseCopy: nothing,
  dropCopy: z.strictObject({ paths }),
  openCopy: z.strictObject({
    copy: handle,
    passphrase: passphrase.exactOptional(),
    purpose: copyPurpose,
    checkValue: checkValue.or(z.literal('unknown')).exactOptional(),
  }),
  rehearseRestore: z.strictObject({ copy: handle, passphrase: passphrase.exactOptional(), checkValue }),
  cancelCopy: nothing,
  chooseRecord: nothing,
  dropRecord: z.strictObject({ paths }),
  releaseMaterial: z.strictObject({ held: handle }),
  suggestPassphrase: nothing,
  measurePassphrase: z.strictObject({ passphrase, purpose: copyPurpose }),
  wrapAndSave: z.strictObject({
    parameters: handle,
    wrappingAlgorithm,
    material,
    exportPlaintext: z.boolean(),
  }),
  showSavedFiles: z.strictObject({ saved: handle }),
  copyText: z.strictObject({ text: z.string().max(limits.maxCopiedTextChars) }),
  describeSignIn: nothing,
  changeConnection: z.strictObject({
    proxy,
    fips: z.boolean(),
    dualStack: z.boolean(),
    foreignEndpointsAllowed: z.boolean(),
    ca: z.union([z.enum(['keep', 'none']), z.strictObject({ trust: handle })]),
  }),
  chooseAuthorities: nothing,
  signIn,
  checkAccess: z.strictObject({ session: handle }),
  searchPrincipals: z.strictObject({ session: handle, query: z.string().max(512) }),
  planKey: z.strictObject({ draft: keyDraft }),
  createAndImport: z.strictObject({ plan: handle }),
  continueRun: z.strictObject({
    run: handle,
    session: handle,
    changes: z
      .strictObject({
        alias: z.string().max(512).exactOptional(),
        material: material.exactOptional(),
        keyId: z.string().max(256).exactOptional(),
      })
      .exactOptional(),
  }),
  cancelRun: nothing,
  chooseReturnPackage: nothing,
  dropReturnPackage: z.strictObject({ paths }),
  finishImport: z.strictObject({
    returned: handle,
    session: handle,
    keyId: z.string().max(2048).exactOptional(),
    expiry: z.custom<Expiry>(isExpiry),
    transfer: transferProof,
  }),
  saveSummary: z.strictObject({
    run: handle,
    format: z.enum(['text', 'json']),
    text: z.string().max(limits.maxSummaryChars),
  }),
  savePdf: z.discriminatedUnion('document', [
    z.strictObject({
      of: handle,
      document: z.literal('hand-over'),
      contact: z.string().max(limits.maxContactChars).exactOptional(),
    }),
    z.strictObject({ of: handle, document: z.literal('successor-card') }),
  ]),
  saveRecord: z.strictObject({ of: handle, people }),
  chooseCeremonyRecord: nothing,
  dropCeremonyRecord: z.strictObject({ paths }),
  chooseReceiverCard: nothing,
  dropReceiverCard: z.strictObject({ paths }),
  listUnfinished: nothing,
  resumeRun: z.strictObject({ run: handle, session: handle, confirmed: z.string().regex(/^[0-9a-f]{64}$/) }),
  resumeOffline: z.strictObject({ run: handle }),
  discardRun: z.strictObject({ run: handle, session: handle.exactOptional() }),
  discardNote: z.strictObject({
    note: z.string().min(1).max(limits.maxNoteNameChars),
    of: z.enum(['run', 'offline']),
  }),
  leaveJob: nothing,
};
