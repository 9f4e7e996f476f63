import type { ReceiverStatement } from '../../schemas/receiver';
import {
  administratorActions,
  consoleSids,
  grantActions,
  replicaAdministratorActions,
  useActions,
} from '../../shared/kms-words';
import type { PolicyStatementView } from '../../shared/views/aws';
import { apart } from './read-policy';

/** Operator, key and values, as a policy nests them. */
type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly AWS: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Resource: '*';
  readonly Condition?: Condition;
}

export interface KeyPolicy {
  readonly Version: '2012-10-17';
  readonly Id: string;
  readonly Statement: readonly PolicyStatement[];
}

/** How a key policy lets a receiver in. */
export interface ReceiverAccess {
  /** An account that joins the statements of the console; absent where none does. */
  readonly account?: { readonly accountId: string; readonly needsGrants: boolean };
  /** Statements of its own. */
  readonly statements: readonly ReceiverStatement[];
}

export interface KeyPolicyInput {
  readonly partition: string;
  /** 12 digits: the account that will own the key. */
  readonly accountId: string;
  /** ARNs of users and roles of that account. */
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly receiver: ReceiverAccess;
  readonly multiRegion: boolean;
}

const onlyForAwsResources = { Bool: { 'kms:GrantIsForAWSResource': 'true' } } as const;

/**
 * The key policy that the AWS console writes for a symmetric key with imported key material. The console recognises the
 * statements by their Sids, so these are never reworded.
 *
 * The receiver's account may use the key, and may make grants only if the receiver needs them. Users of the key in the
 * owning account may do both, as in the console.
 * Source: AWS KMS Developer Guide, "Default key policy" and "Allowing users in other accounts to use a KMS key".
 */
export function makeKeyPolicy(input: KeyPolicyInput): KeyPolicy {
  const administrators = unique(input.administrators);
  const { account, statements } = input.receiver;
  const receiver = account ? [accountRoot(input.partition, account.accountId)] : [];
  const mayUse = unique([...input.users, ...receiver]);
  const mayGrant = unique(account?.needsGrants === true ? mayUse : input.users);
  return {
    Version: '2012-10-17',
    Id: 'key-consolepolicy-3',
    Statement: [
      {
        Sid: consoleSids.account,
        Effect: 'Allow',
        Principal: { AWS: accountRoot(input.partition, input.accountId) },
        Action: 'kms:*',
        Resource: '*',
      },
      ...statementFor(administrators, (AWS) => ({
        Sid: consoleSids.administrators,
        Effect: 'Allow',
        Principal: { AWS },
        Action: input.multiRegion ? replicaAdministratorActions : administratorActions,
        Resource: '*',
      })),
      ...statementFor(mayUse, (AWS) => ({
        Sid: consoleSids.users,
        Effect: 'Allow',
        Principal: { AWS },
        Action: useActions,
        Resource: '*',
      })),
      ...statementFor(mayGrant, (AWS) => ({
        Sid: consoleSids.grants,
        Effect: 'Allow',
        Principal: { AWS },
        Action: grantActions,
        Resource: '*',
        Condition: onlyForAwsResources,
      })),
      ...statements.map(writtenStatement),
    ],
  };
}

const grantsForAwsResources: ReceiverStatement['conditions'] = [
  { operator: 'Bool', key: 'kms:GrantIsForAWSResource', values: ['true'] },
];

/** Sids by which the console knows its own statements of a key policy, and what they are called elsewhere. */
const sids = {
  'key-policy': { use: consoleSids.users, grant: consoleSids.grants },
  receiver: { use: 'UseTheKey', grant: 'LetAwsServicesUseTheKey' },
} as const;

/**
 * All that lets the receiver in, as statements of its own; an account of the console's statements has its part.
 *
 * @param where the policy that they are for.
 */
export function receiverStatements(
  { account, statements }: ReceiverAccess,
  { partition }: { readonly partition: string },
  where: keyof typeof sids,
): readonly ReceiverStatement[] {
  if (account === undefined) return statements;
  const principals = [accountRoot(partition, account.accountId)];
  const use = { sid: sids[where].use, principals, actions: useActions, conditions: [] };
  const grant = {
    sid: sids[where].grant,
    principals,
    actions: grantActions,
    conditions: grantsForAwsResources,
  };
  return [...(account.needsGrants ? [use, grant] : [use]), ...statements];
}

/** The document as it is both shown and sent, character by character. */
export function keyPolicyText(policy: KeyPolicy): string {
  return JSON.stringify(policy, undefined, 2);
}

/** The statements, for notes and records. */
export function describePolicy(policy: Pick<KeyPolicy, 'Statement'>): readonly PolicyStatementView[] {
  return policy.Statement.map((statement) => ({
    sid: statement.Sid,
    principals: [statement.Principal.AWS].flat(),
    actions: [statement.Action].flat(),
    ...conditionsOf(statement),
  }));
}

function conditionsOf({ Condition = {} }: PolicyStatement) {
  const all = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat() })),
  );
  return apart(all);
}

/** Statements of a receiver as they will stand in the key policy: for sentences, and as JSON. */
export function describeStatements(statements: readonly ReceiverStatement[]): {
  readonly statements: readonly PolicyStatementView[];
  readonly json: string;
} {
  const Statement = statements.map(writtenStatement);
  return { statements: describePolicy({ Statement }), json: JSON.stringify(Statement, undefined, 2) };
}

/** A statement as it stands in a key policy. */
export function writtenStatement({
  sid,
  principals,
  actions,
  conditions,
}: ReceiverStatement): PolicyStatement {
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: { AWS: oneOrList(principals) },
    Action: actions,
    Resource: '*',
    ...conditionOf(conditions),
  };
}

/** As AWS writes it: a list of one is that one. */
function oneOrList(values: readonly string[]): string | readonly string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}

/** Conditions as a policy nests them; none where there are none. */
export function conditionOf(conditions: ReceiverStatement['conditions']): { readonly Condition?: Condition } {
  const operators = [...new Set(conditions.map(({ operator }) => operator))];
  const Condition = Object.fromEntries(
    operators.map((operator) => [
      operator,
      Object.fromEntries(
        conditions
          .filter((condition) => condition.operator === operator)
          .map(({ key, values }) => [key, oneOrList(values)]),
      ),
    ]),
  );
  return operators.length === 0 ? {} : { Condition };
}

function accountRoot(partition: string, accountId: string): string {
  return `arn:${partition}:iam::${accountId}:root`;
}

// No statement without principals: KMS refuses it.
function statementFor(
  principals: readonly string[],
  make: (principals: readonly string[]) => PolicyStatement,
): readonly PolicyStatement[] {
  return principals.length === 0 ? [] : [make(principals)];
}

const unique = (arns: readonly string[]): readonly string[] => [...new Set(arns)];
