import {
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  ListUsersCommand,
  NoSuchEntityException,
  SimulatePrincipalPolicyCommand,
  type ContextEntry,
  type IAMClientConfig,
} from '@aws-sdk/client-iam';
import { parseArn } from './arn';
import { look, patience as usualPatience, type Patience } from './send';
import type { IamPort, SimulatedDecision } from './session';

/** The account and Region whose keys the permissions are about. */
export interface IamScope {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
}

const maxFound = 50;
const maxPages = 20;
const listingLastsMs = 60_000;
const call = (operation: string) => ({ source: 'iam', operation, stage: 'key' }) as const;

/** IAM, read-only: which principals there are, and what they may do. The app works without it. */
export function createIamPort(
  config: IAMClientConfig,
  scope: IamScope,
  patience: Patience = usualPatience,
): IamPort & { readonly close: () => void } {
  const client = new IAMClient(config);
  // A search runs at each pause in typing; the account is listed once for all searches.
  let listing: { readonly at: number; readonly arns: Promise<readonly string[] | undefined> } | undefined;

  const listUsers = (Marker: string | undefined) =>
    look(
      {
        ...call('ListUsers'),
        send: () => client.send(new ListUsersCommand({ MaxItems: 1000, Marker })),
        read: ({ Users, IsTruncated, Marker: next }) => ({
          found: Users ?? [],
          next: IsTruncated ? next : undefined,
        }),
      },
      patience,
    );
  const listRoles = (Marker: string | undefined) =>
    look(
      {
        ...call('ListRoles'),
        send: () => client.send(new ListRolesCommand({ MaxItems: 1000, Marker })),
        read: ({ Roles, IsTruncated, Marker: next }) => ({
          found: Roles ?? [],
          next: IsTruncated ? next : undefined,
        }),
      },
      patience,
    );

  /** The ARNs; undefined when they may not be listed. */
  async function allOf(list: typeof listUsers | typeof listRoles): Promise<readonly string[] | undefined> {
    const arns: string[] = [];
    let marker: string | undefined;
    for (let page = 0; page < maxPages; page++) {
      const answer = await list(marker);
      if (answer.outcome !== 'done') return page === 0 ? undefined : arns;
      arns.push(...answer.value.found.flatMap(({ Arn }) => (isPrincipalOf(scope, Arn) ? [Arn] : [])));
      marker = answer.value.next;
      if (marker === undefined) break;
    }
    return arns;
  }

  async function listAccount(): Promise<readonly string[] | undefined> {
    const [users, roles] = await Promise.all([allOf(listUsers), allOf(listRoles)]);
    if (!users && !roles) return undefined;
    return [...(users ?? []), ...(roles ?? [])];
  }

  return {
    close: () => client.destroy(),

    async searchPrincipals(query) {
      if (!listing || Date.now() - listing.at > listingLastsMs)
        listing = { at: Date.now(), arns: listAccount() };
      const arns = await listing.arns;
      if (!arns) {
        listing = undefined;
        return undefined;
      }
      const wanted = query.trim().toLowerCase();
      const matches = arns.filter((arn) => arn.toLowerCase().includes(wanted));
      return { arns: matches.slice(0, maxFound), more: matches.length > maxFound };
    },

    async hasRole(arn) {
      const [RoleName = ''] = arn.split('/').slice(-1);
      const answer = await look(
        {
          ...call('GetRole'),
          send: async () => {
            try {
              return await client.send(new GetRoleCommand({ RoleName }));
            } catch (error) {
              if (!(error instanceof NoSuchEntityException)) throw error;
              return { Role: undefined, $metadata: error.$metadata };
            }
          },
          read: ({ Role }) => ({ isThere: Role?.Arn === arn }),
        },
        patience,
      );
      return answer.outcome === 'done' ? answer.value.isThere : undefined;
    },

    async simulate(principalArn, actions) {
      const decisions = new Map<string, SimulatedDecision>();
      for (const [resource, group] of groupByResource(actions, scope)) {
        const answer = await look(
          {
            ...call('SimulatePrincipalPolicy'),
            send: () =>
              client.send(
                new SimulatePrincipalPolicyCommand({
                  PolicySourceArn: principalArn,
                  ActionNames: group,
                  ResourceArns: [resource],
                  ContextEntries: contextOf(scope.region),
                }),
              ),
            read: ({ EvaluationResults }) => EvaluationResults,
          },
          patience,
        );
        if (answer.outcome !== 'done') return undefined;
        for (const { EvalActionName, EvalDecision } of answer.value) {
          const decision = decisionOf(EvalDecision);
          if (EvalActionName !== undefined && decision) decisions.set(EvalActionName, decision);
        }
      }
      return decisions;
    },
  };
}

function isPrincipalOf(scope: IamScope, arn: string | undefined): arn is string {
  const parts = arn === undefined ? undefined : parseArn(arn);
  if (parts?.service !== 'iam' || parts.accountId !== scope.accountId) return false;
  // Nobody can assume the roles of AWS services.
  return /^(user|role)\//.test(parts.resource) && !parts.resource.startsWith('role/aws-service-role/');
}

function groupByResource(actions: readonly string[], { partition, region, accountId }: IamScope) {
  const groups = new Map<string, string[]>();
  for (const action of actions) {
    const resource = /^kms:(List(Keys|Aliases)|CreateKey)$|^iam:/.test(action)
      ? '*'
      : action === 'kms:CreateAlias'
        ? `arn:${partition}:kms:${region}:${accountId}:alias/keyferry`
        : `arn:${partition}:kms:${region}:${accountId}:key/00000000-0000-0000-0000-000000000000`;
    groups.set(resource, [...(groups.get(resource) ?? []), action]);
  }
  return groups;
}

// The values that the real requests will have; without them, a policy with conditions on them would not match.
function contextOf(region: string): ContextEntry[] {
  const entries: readonly (readonly [string, 'string' | 'boolean', string])[] = [
    ['kms:KeyOrigin', 'string', 'EXTERNAL'],
    ['kms:KeySpec', 'string', 'SYMMETRIC_DEFAULT'],
    ['kms:KeyUsage', 'string', 'ENCRYPT_DECRYPT'],
    ['kms:BypassPolicyLockoutSafetyCheck', 'boolean', 'false'],
    ['aws:RequestedRegion', 'string', region],
    ['aws:SecureTransport', 'boolean', 'true'],
  ];
  return entries.map(([name, type, value]) => ({
    ContextKeyName: name,
    ContextKeyType: type,
    ContextKeyValues: [value],
  }));
}

function decisionOf(text: string | undefined): SimulatedDecision | undefined {
  if (text === 'allowed') return 'allowed';
  if (text === 'explicitDeny') return 'explicitly-denied';
  return text === 'implicitDeny' ? 'denied' : undefined;
}
