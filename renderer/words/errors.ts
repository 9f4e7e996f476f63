import type { AppError, AppErrorCode, Stage } from '../../main/shared/errors';
import { appTexts } from './errors/app';
import { bundleTexts } from './errors/bundle';
import type { ErrorText, ErrorWords } from './errors/error-text';
import { fileTexts } from './errors/file';
import { materialTexts } from './errors/material';
import { parametersTexts } from './errors/parameters';
import { saveTexts, wrapTexts } from './errors/wrap-and-save';
import { wrappingKeyTexts } from './errors/wrapping-key';
import { zipTexts } from './errors/zip';

const texts: Record<AppErrorCode, ErrorText> = {
  ...fileTexts,
  ...zipTexts,
  ...bundleTexts,
  ...wrappingKeyTexts,
  ...parametersTexts,
  ...materialTexts,
  ...wrapTexts,
  ...saveTexts,
  ...appTexts,
};

/** What has and has not changed by the time a stage of the offline job fails. */
const effects: Record<Stage, string> = {
  parameters: 'Nothing was saved, and nothing changed in AWS.',
  material: 'Nothing was saved, and nothing changed in AWS.',
  wrap: 'Nothing was saved, and nothing changed in AWS.',
  save: 'Nothing half-written was left behind, and nothing changed in AWS.',
  app: 'Nothing changed in AWS.',
};

/** The words for a failure, made of its code, its facts and the time on this computer's clock. */
export function errorWords(error: AppError, now: Date): ErrorWords {
  const { title, meaning, next } = texts[error.code](error.facts ?? {}, now);
  return { title, meaning: `${meaning} ${effects[error.stage]}`, next };
}

/** The plain text behind “Technical details”, one fact a line. */
export function technicalDetails(error: AppError, now: Date): string {
  const facts = Object.entries(error.facts ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [
    `code: ${error.code}`,
    `stage: ${error.stage}`,
    `retry: ${error.retry}`,
    ...(error.requestId === undefined ? [] : [`AWS request ID: ${error.requestId}`]),
    ...facts,
    `time: ${now.toISOString()}`,
  ].join('\n');
}
