import { localError, type AppError, type AppErrorCode } from '../../shared/errors';
import { failed, type StepEnd } from '../recipe';
import type { PolicyRun } from '../run';

interface Statement {
  readonly Sid?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
}

/**
 * AWS refused the policy. Its words name nobody, so what can be told is told from the policy itself: a statement that
 * was there before can stand in the way of every change, because the identity it names is gone, or because it was
 * written before August 2025 without an action or a resource.
 */
export function refusedPolicy(error: AppError, { change }: PolicyRun): StepEnd {
  const toForm = (code: AppErrorCode, facts: AppError['facts'] = {}): StepEnd =>
    failed({ ...error, ...localError('run', code, { ...error.facts, ...facts }) }, 'change-receiver');
  const older = change === undefined ? [] : statementsOf(change.before);
  switch (error.code) {
    case 'kms.policyLocksOut':
      return toForm('policy.locksOut');
    case 'kms.policyPrincipals': {
      const gone = older.flatMap(({ Sid, Principal }) => {
        const principal = principalsOf(Principal).find((name) => uniqueId.test(name));
        return principal === undefined ? [] : [{ sid: textOf(Sid), principal, reason: 'principal' }];
      })[0];
      if (gone !== undefined) return toForm('policy.oldStatement', gone);
      const asked = [...new Set((change?.added ?? []).flatMap(({ principals }) => principals))];
      return toForm('receiver.unknownPrincipal', { principals: asked.join(', '), count: asked.length });
    }
    case 'kms.policyMalformed': {
      const incomplete = older.find(
        ({ Action, NotAction, Resource, NotResource }) =>
          (Action ?? NotAction) === undefined || (Resource ?? NotResource) === undefined,
      );
      return incomplete === undefined
        ? failed(error)
        : toForm('policy.oldStatement', { sid: textOf(incomplete.Sid), reason: 'incomplete' });
    }
    default:
      return failed(error);
  }
}

/** What AWS puts in the place of a user or role that was deleted (IAM User Guide, "Unique identifiers"). */
const uniqueId = /^A(ROA|IDA|GPA)[A-Z0-9]{12,}$/;

function statementsOf(policy: string): readonly Statement[] {
  const { Statement } = JSON.parse(policy) as { Statement: Statement | readonly Statement[] }; // add-statements read it
  return [Statement].flat();
}

function principalsOf(principal: unknown): readonly string[] {
  const names =
    typeof principal === 'object' && principal !== null && 'AWS' in principal ? principal.AWS : principal;
  return [names].flat().filter((name): name is string => typeof name === 'string');
}

const textOf = (sid: unknown): string => (typeof sid === 'string' ? sid.slice(0, 200) : '');
