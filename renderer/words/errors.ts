import type { AppError, AppErrorCode, Stage } from '../../main/shared/errors';
import type { AppView } from '../../main/shared/views/app';
import { actTexts } from './errors/act';
import { additionTexts } from './errors/addition';
import { appTexts } from './errors/app';
import { awsTexts, kmsTexts } from './errors/aws';
import { bundleTexts } from './errors/bundle';
import { packageTexts, planTexts, runTexts, verifyTexts } from './errors/ceremony';
import { cardTexts } from './errors/card';
import { browserTexts, credentialsTexts } from './errors/credentials';
import { copyTexts } from './errors/copy';
import { journalTexts } from './errors/journal';
import { keyTexts, receiverTexts } from './errors/entered';
import { withFact, type ErrorText, type ErrorWords } from './errors/error-text';
import { fileTexts } from './errors/file';
import { materialTexts } from './errors/material';
import { networkTexts } from './errors/network';
import { organisationTexts } from './errors/organisation';
import { parametersTexts } from './errors/parameters';
import { printTexts } from './errors/print';
import { saveTexts, wrapTexts } from './errors/wrap-and-save';
import { recordTexts } from './errors/record';
import { releaseTexts } from './errors/release';
import { reimportTexts } from './errors/reimport';
import { rotateTexts } from './errors/rotate';
import { wrappingKeyTexts } from './errors/wrapping-key';
import { zipTexts } from './errors/zip';
import { notReadLine } from './shell/not-read';

/** Also for the page of the manual, which has all of them. */
export const errorTexts: Record<AppErrorCode, ErrorText> = {
  ...fileTexts,
  ...zipTexts,
  ...bundleTexts,
  ...wrappingKeyTexts,
  ...parametersTexts,
  ...materialTexts,
  ...copyTexts,
  ...journalTexts,
  ...wrapTexts,
  ...saveTexts,
  ...printTexts,
  ...appTexts,
  ...organisationTexts,
  ...credentialsTexts,
  ...browserTexts,
  ...networkTexts,
  ...awsTexts,
  ...kmsTexts,
  ...receiverTexts,
  ...cardTexts,
  ...keyTexts,
  ...additionTexts,
  ...planTexts,
  ...runTexts,
  ...verifyTexts,
  ...packageTexts,
  ...reimportTexts,
  ...rotateTexts,
  ...actTexts,
  ...recordTexts,
  ...releaseTexts,
};

/** What has and has not changed by the time a stage fails, as long as AWS was not changed. */
const effects: Record<Stage, string> = {
  parameters: 'Nothing was saved, and nothing changed in AWS.',
  material: 'Nothing was saved, and nothing changed in AWS.',
  custody: 'Nothing was imported, and nothing changed in AWS.',
  wrap: 'Nothing was saved, and nothing changed in AWS.',
  save: 'Nothing half-written was left behind, and nothing changed in AWS.',
  app: 'Nothing changed in AWS.',
  'sign-in': 'Nothing changed in AWS.',
  receiver: 'Nothing changed in AWS.',
  key: 'Nothing changed in AWS.',
  run: 'Nothing changed in AWS.',
  package: 'Nothing changed in AWS.',
  record: 'Nothing was saved, and nothing changed in AWS.',
};

const changedInAws = 'AWS was changed: the steps that are marked as done have been carried out, and stay.';
const mayBeChangedInAws = 'AWS may have been changed: Keyferry checks that before it does anything else.';

function effectOf({ code, stage, changedInAws: isChanged }: AppError): string {
  if (!isChanged) return effects[stage];
  return unknownOutcomes.has(code) ? mayBeChangedInAws : changedInAws;
}

const unknownOutcomes: ReadonlySet<AppErrorCode> = new Set([
  'run.createUnknown',
  'run.importUnknown',
  'run.packageNeeded',
]);

/** The words for a failure, made of its code, its facts and the time on this computer's clock. */
export function errorWords(error: AppError, now: Date): ErrorWords {
  const facts = error.facts ?? {};
  const { title, meaning, next } = errorTexts[error.code](facts, now);
  const notRead = withFact(facts, 'notRead', (names) => ` ${notReadLine(names)}`);
  return { title, meaning: `${meaning}${notRead} ${effectOf(error)}`, next };
}

/** The plain text behind “Technical details”, one fact a line; `app` as soon as it is known. */
export function technicalDetails(error: AppError, now: Date, app?: AppView): string {
  const facts = Object.entries(error.facts ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [
    `code: ${error.code}`,
    `stage: ${error.stage}`,
    `retry: ${error.retry}`,
    `changed in AWS: ${error.changedInAws ? 'yes' : 'no'}`,
    ...(error.requestId === undefined ? [] : [`AWS request ID: ${error.requestId}`]),
    ...facts,
    `time: ${now.toISOString()}`,
    ...(app === undefined ? [] : [`app version: ${app.version}`, `platform: ${app.platform}`]),
  ].join('\n');
}
