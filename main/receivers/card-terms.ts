import type { CardTerms, ReceiverAnswers, ReceiverBlank } from '../schemas/receiver';
import { definedOnly } from '../shared/defined-only';
import type { ReceiverCard } from './card-shape';

type Card = Extract<ReceiverCard, { version: 2 }>;

interface AccessFault {
  readonly code: 'card.missingField' | 'card.unknownField';
  readonly field: string;
}

/**
 * Why a card does not say in one way whom to let in: by an account with what it needs, by a statement, by a grant once
 * the ARN is known, or not yet.
 */
export function accessFault(card: Card): AccessFault | undefined {
  const { accountId, needs, statement, grant, trust, blanks, known } = card;
  const missing = (field: string): AccessFault => ({ code: 'card.missingField', field });
  const beside = (field: string): AccessFault => ({ code: 'card.unknownField', field });
  const hasTerms = statement !== undefined || grant !== undefined;
  if (blanks !== undefined && !hasTerms) return beside('blanks');
  if (trust !== undefined && statement === undefined) return beside('trust');
  if (accountId !== undefined || needs !== undefined) {
    if (hasTerms || known !== undefined) return beside(accountId === undefined ? 'needs' : 'accountId');
    if (accountId === undefined) return missing('accountId');
    return needs === undefined ? missing('needs') : undefined;
  }
  if (statement !== undefined && grant !== undefined) return beside('grant');
  if (grant !== undefined && known === undefined) return missing('known');
  // What the role needs is handed over with the key, and nothing is handed over when a receiver is added.
  if (trust !== undefined && known !== undefined) return beside('trust');
  return hasTerms || known !== undefined ? undefined : missing('accountId');
}

/** What a card asks for in a statement or a grant of its own; undefined where it has neither. */
export function termsOf({ blanks = [], statement, grant, trust }: Card): CardTerms | undefined {
  if (statement === undefined && grant === undefined) return undefined;
  const text = statement && JSON.stringify(statement, undefined, 2);
  return { blanks, ...definedOnly({ statement: text, grant, trust }) };
}

/** Answers of the right form: a card is refused for what it asks for, whatever will be typed. */
export function exampleAnswers({ blanks }: CardTerms, partition: string): ReceiverAnswers {
  const arn = (resource: string): string => `arn:${partition}:iam::210987654321:${resource}`;
  const examples: Readonly<Record<ReceiverBlank['kind'], string>> = {
    account: '210987654321',
    role: arn('role/example'),
    user: arn('user/example'),
    'role-or-user': arn('role/example'),
    'own-role': `arn:${partition}:iam::333344445555:role/example`,
    // As AWS Organizations names them, because an organization bounds everybody.
    text: 'o-a1b2c3d4e5',
  };
  return Object.fromEntries(blanks.map(({ name, kind, value }) => [name, [value ?? examples[kind]]]));
}
