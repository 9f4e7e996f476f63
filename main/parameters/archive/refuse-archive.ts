import { localError, type AppError } from '../../shared/errors';
import { err } from '../../shared/result';

/** @param facts `entry`: the name of the entry at fault as the archive states it; shortened and made printable here. */
export function refuseArchive(
  code: AppError['code'],
  facts: { readonly entry?: string; readonly max?: number } = {},
) {
  const entry = facts.entry?.replace(/\p{C}/gu, '').slice(0, 80);
  return err(localError('parameters', code, { ...facts, ...(entry === undefined ? {} : { entry }) }));
}
