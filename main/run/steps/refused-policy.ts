import { oldStatementsIn } from '../../aws/policy/old-statements';
import { localError, type AppError, type AppErrorCode } from '../../shared/errors';
import { failed, type StepEnd } from '../recipe';
import type { PolicyRun } from '../run';

type Change = Pick<NonNullable<PolicyRun['change']>, 'before' | 'added'>;

/**
 * AWS refused the policy. Its words name nobody, so what can be told is told from the policy itself: a statement that
 * was there before can stand in the way of every change.
 */
export function refusedPolicy(error: AppError, { before, added }: Change): StepEnd {
  const toForm = (code: AppErrorCode, facts: AppError['facts'] = {}): StepEnd =>
    failed({ ...error, ...localError('run', code, { ...error.facts, ...facts }) }, 'change-receiver');
  const older = oldStatementsIn(before);
  switch (error.code) {
    case 'kms.policyLocksOut':
      return toForm('policy.locksOut');
    case 'kms.policyPrincipals': {
      const gone = older.find(({ reason }) => reason === 'principal');
      if (gone !== undefined) return toForm('policy.oldStatement', { ...gone });
      const asked = [...new Set(added.flatMap(({ principals }) => principals))];
      if (asked.length === 0) return failed(error);
      return toForm('receiver.unknownPrincipal', { principals: asked.join(', '), count: asked.length });
    }
    case 'kms.policyMalformed': {
      const incomplete = older.find(({ reason }) => reason === 'incomplete');
      return incomplete === undefined ? failed(error) : toForm('policy.oldStatement', { ...incomplete });
    }
    default:
      return failed(error);
  }
}
