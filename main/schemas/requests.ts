import { z } from 'zod';
import { limits } from '../shared/limits';
import {
  copyPlan,
  copyPurpose,
  copySource,
  materialChoice,
  passphrase,
  transferProof,
  typedShare,
} from './custody';
import { expiry, keyDraft } from './key';
import { keyAct } from './act';
import { people } from './people';
import { writtenAsks } from './receiver';
import { proxyChoice, signInRequest } from './sign-in';
import {
  checkValue,
  handle,
  hexSha256,
  lengthBytes,
  line,
  region,
  wrappingAlgorithm,
  wrappingKeySpec,
} from './values';

/** Only where the package does not say it. */
const typedKey = { keyId: z.string().max(2048).exactOptional() };
const nothing = z.strictObject({});

const paths = z.array(z.string().max(4096)).max(limits.maxDroppedFiles);
/** Files that were dropped, as the preload resolved them, or the dialog that asks for some. */
const files = z.union([z.literal('ask'), paths]);

/** Handles of keys that a person has opened together. */
const openKeys = z.array(handle).min(1).max(limits.maxChosenKeys);

const expectation = { files, wrappingAlgorithm, lengthBytes };

/** What the page may send: one schema a verb. It is unknown until it has passed here; what it means, the jobs judge. */
export const requests = {
  describeApp: nothing,
  /** `from`: where the part of the notices begins. */
  describeBuild: z.strictObject({ from: z.int().min(0).max(limits.maxNoticesBytes) }),
  readReleaseFile: z.strictObject({ files }),
  readParameters: z.strictObject({ files: z.union([z.enum(['ask', 'ask-for-folder']), paths]) }),
  savePracticeParameters: nothing,
  savePracticeCopy: z.strictObject({ arn: z.string().max(2048) }),
  savePracticeCopies: z.strictObject({ arns: z.array(line).min(1).max(limits.maxChosenKeys) }),
  readMaterialFile: z.union([
    z.strictObject({ ...expectation, parameters: handle }),
    z.strictObject({ ...expectation, wrappingKeySpec }),
  ]),
  makeCopy: z.strictObject({ source: copySource, purpose: copyPurpose, copy: copyPlan }),
  /** `beside`: shares that were collected before, which stay. */
  findCopy: z.strictObject({ files, beside: handle.exactOptional() }),
  /** UTF-8, and no text: main overwrites it. */
  typeShare: z.strictObject({ typed: typedShare, beside: handle.or(z.literal('none')) }),
  /** One of the shares that were collected, or all of them. */
  removeShares: z.strictObject({ copy: handle, number: z.int().min(1).max(255).exactOptional() }),
  openCopy: z.strictObject({
    copy: handle,
    passphrase: passphrase.exactOptional(),
    purpose: copyPurpose,
    /** Or `unknown`, if the person says so. A sealed copy needs none; neither does work that knows it. */
    checkValue: checkValue.or(z.literal('unknown')).exactOptional(),
  }),
  rehearseRestore: z.strictObject({ copy: handle, passphrase: passphrase.exactOptional(), checkValue }),
  cancelCopy: nothing,
  readCheckValue: z.strictObject({ files }),
  releaseMaterial: z.strictObject({ held: handle }),
  suggestPassphrase: nothing,
  measurePassphrase: z.strictObject({ passphrase, purpose: copyPurpose }),
  wrapAndSave: z.strictObject({
    parameters: handle,
    wrappingAlgorithm,
    material: materialChoice,
    exportPlaintext: z.boolean(),
  }),
  showSavedFiles: z.strictObject({ saved: handle }),
  openSavedPdf: z.strictObject({ saved: handle }),
  copyText: z.strictObject({ text: z.string().max(limits.maxCopiedTextChars) }),
  describeSignIn: nothing,
  describePracticeSignIn: nothing,
  changeConnection: z.strictObject({
    proxy: proxyChoice,
    fips: z.boolean(),
    dualStack: z.boolean(),
    foreignEndpointsAllowed: z.boolean(),
    /** `trust`: the file of this handle, whose certificates a person has looked at. */
    ca: z.union([z.enum(['keep', 'none']), z.strictObject({ trust: handle })]),
  }),
  chooseAuthorities: nothing,
  signIn: signInRequest,
  practiseSignIn: signInRequest,
  answerPracticePortal: z.strictObject({ userCode: line, allows: z.boolean() }),
  /** `job`: whose permissions; `create` where it is absent. */
  checkAccess: z.strictObject({ session: handle, job: z.enum(['create', 'look-after']).exactOptional() }),
  searchPrincipals: z.strictObject({ session: handle, query: z.string().max(512) }),
  planKey: z.strictObject({ draft: keyDraft }),
  createAndImport: z.strictObject({ plan: handle }),
  continueRun: z.strictObject({
    run: handle,
    session: handle,
    /** What the person says after `choose-key`, `change-alias` or `change-material`, and only then. */
    changes: z
      .strictObject({
        /** Without the `alias/` in front. */
        alias: z.string().max(512).exactOptional(),
        material: materialChoice.exactOptional(),
        /** One of the candidates. */
        keyId: z.string().max(256).exactOptional(),
      })
      .exactOptional(),
  }),
  cancelRun: nothing,
  readReturnPackage: z.strictObject({ files }),
  planReturned: z.strictObject({ returned: handle, session: handle, ...typedKey }),
  finishImport: z.strictObject({
    returned: handle,
    session: handle,
    ...typedKey,
    expiry,
    transfer: transferProof,
  }),
  importAgain: z.strictObject({
    key: handle,
    session: handle,
    /** What the copy held that was opened for this key. */
    held: handle,
    expiry,
  }),
  planRotation: z.strictObject({ key: handle, session: handle }),
  /** `held`: what the copy of the new material held. */
  rotateKey: z.strictObject({ key: handle, session: handle, held: handle, expiry }),
  planAct: z.strictObject({ key: handle, session: handle, act: keyAct }),
  /** `act`: of the kind that was planned, with the person's last word on it. */
  carryOut: z.strictObject({
    plan: handle,
    session: handle,
    act: keyAct,
    typed: line.exactOptional(),
  }),
  /** `rotates`: they are for new material. */
  saveFreshParameters: z.strictObject({ key: handle, session: handle, rotates: z.boolean() }),
  allowReceiver: z.strictObject({ key: handle, session: handle }),
  planReceiver: z.strictObject({ work: handle, session: handle, receiver: keyDraft.shape.receiver }),
  addReceiver: z.strictObject({ plan: handle, session: handle }),
  /** `goesOn`: a list that is paused; only what is missing is read. */
  listKeys: z.strictObject({
    session: handle,
    regions: z.literal('all').or(z.array(region).max(limits.maxListedRegions)),
    goesOn: handle.exactOptional(),
  }),
  stopKeyList: nothing,
  saveKeyList: z.strictObject({ list: handle }),
  openKey: z.strictObject({ session: handle, arn: line }),
  matchCopy: z.strictObject({ key: handle, files }),
  matchCopies: z.strictObject({ keys: openKeys, files }),
  proveCopy: z.strictObject({ copy: handle, passphrase, keys: openKeys }),
  /** Of one key, or of every key of a list. */
  saveReminders: z.strictObject({
    of: z.union([
      z.strictObject({ key: handle }),
      z.strictObject({
        list: handle,
        /** ARNs; absent for all of the list. */
        only: z.array(line).max(limits.maxChosenKeys).exactOptional(),
      }),
    ]),
    format: z.enum(['ics', 'cloudformation']),
  }),
  saveSummary: z.strictObject({
    run: handle,
    format: z.enum(['text', 'json', 'trust-policy', 'permissions-policy']),
    /** Used for `text` only. */
    text: z.string().max(limits.maxSummaryChars),
  }),
  /** `of`: a finished run; for the successor card also the saved files of the offline job. */
  savePdf: z.discriminatedUnion('document', [
    z.strictObject({
      of: handle,
      document: z.literal('hand-over'),
      /** Whom the receiver turns to; as typed. */
      contact: z.string().max(limits.maxContactChars).exactOptional(),
    }),
    z.strictObject({ of: handle, document: z.literal('successor-card') }),
  ]),
  saveRecord: z.strictObject({ of: handle, people }),
  /** Of runs that are done. */
  saveRecords: z.strictObject({ of: z.array(handle).min(1).max(limits.maxChosenKeys), people }),
  checkRecord: z.strictObject({ files }),
  readReceiverCard: z.strictObject({ files }),
  /** The Region and the account that will own the key, as far as they are known. */
  readStatement: z.strictObject({
    asks: writtenAsks,
    region: region.exactOptional(),
    accountId: line.exactOptional(),
  }),
  readTrust: z.strictObject({ receiver: keyDraft.shape.receiver, region }),
  listUnfinished: nothing,
  /** `confirmed`: the `review` of the view that the person was shown, and compared where that is asked for. */
  resumeRun: z.strictObject({ run: handle, session: handle, confirmed: hexSha256 }),
  resumeOffline: z.strictObject({ run: handle }),
  /** With a session, the deletion of its key is scheduled first. */
  discardRun: z.strictObject({ run: handle, session: handle.exactOptional() }),
  discardNote: z.strictObject({
    note: z.string().min(1).max(limits.maxNoteNameChars),
    of: z.enum(['run', 'offline', 'finished']),
  }),
  listFinished: nothing,
  openFinished: z.strictObject({ work: handle }),
  removeFinished: z.strictObject({ work: handle }),
  composeReport: nothing,
  saveReport: z.strictObject({ report: handle }),
  leaveJob: nothing,
  prepareVault: nothing,
};
