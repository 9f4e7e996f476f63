import {
  GetRoleCommand,
  ListRolesCommand,
  ListUsersCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect } from 'vitest';
import { refusalOf } from '../helpers/aws-clients';
import { needed } from '../helpers/import-material';
import type { Scenario } from './scenario';

export const peopleScenarios: readonly Scenario[] = [
  {
    name: 'sts: says whose credentials these are',
    async run({ clients: { sts }, accountId }) {
      const { Account, Arn, UserId } = await sts.send(new GetCallerIdentityCommand({}));
      expect(Account).toBe(accountId);
      expect(Arn).toMatch(new RegExp(`^arn:aws:(iam|sts)::${accountId}:\\S+$`));
      expect(UserId).toBeTruthy();
    },
  },
  {
    name: 'sts: gives credentials for a role, for an hour',
    async run({ clients: { sts, iam }, roleName }) {
      const { Role } = await iam.send(new GetRoleCommand({ RoleName: roleName }));
      const { Credentials, AssumedRoleUser } = await sts.send(
        new AssumeRoleCommand({ RoleArn: needed(Role?.Arn), RoleSessionName: 'contract' }),
      );
      expect(AssumedRoleUser?.Arn).toContain(`:assumed-role/${roleName}/contract`);
      expect(Credentials).toMatchObject({
        AccessKeyId: expect.stringMatching(/^[A-Z0-9]{16,}$/) as string,
        SecretAccessKey: expect.stringMatching(/^\S+$/) as string,
        SessionToken: expect.stringMatching(/^\S+$/) as string,
      });
      const lifetime = needed(Credentials?.Expiration).getTime() - Date.now();
      expect(Math.abs(lifetime - 60 * 60 * 1000)).toBeLessThan(5 * 60 * 1000);
    },
  },
  {
    name: 'sts: gives no credentials for a role that does not exist',
    async run({ clients: { sts }, accountId }) {
      const RoleArn = `arn:aws:iam::${accountId}:role/contract-nobody`;
      const assuming = sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'contract' }));
      expect(await refusalOf(assuming)).toBe('AccessDenied');
    },
  },
  {
    name: 'iam: lists users and roles with their ARNs',
    async run({ clients: { iam }, accountId, userName, roleName }) {
      const { Users = [] } = await iam.send(new ListUsersCommand({}));
      const { Roles = [] } = await iam.send(new ListRolesCommand({}));
      const user = Users.find(({ UserName }) => UserName === userName);
      const role = Roles.find(({ RoleName }) => RoleName === roleName);
      expect(user?.Arn).toBe(`arn:aws:iam::${accountId}:user${user?.Path ?? ''}${userName}`);
      expect(role?.Arn).toBe(`arn:aws:iam::${accountId}:role${role?.Path ?? ''}${roleName}`);
    },
  },
  {
    name: 'iam: lists page by page',
    async run({ clients: { iam } }) {
      const first = await iam.send(new ListUsersCommand({ MaxItems: 1 }));
      expect(first.Users).toHaveLength(1);
      expect(first.IsTruncated).toBe(true);
      const second = await iam.send(new ListUsersCommand({ MaxItems: 1, Marker: needed(first.Marker) }));
      expect(second.Users?.[0]?.Arn).not.toBe(first.Users?.[0]?.Arn);
    },
  },
  {
    name: 'iam: a role that does not exist is NoSuchEntityException',
    async run({ clients: { iam } }) {
      const looking = iam.send(new GetRoleCommand({ RoleName: 'contract-nobody' }));
      expect(await refusalOf(looking)).toBe('NoSuchEntityException');
    },
  },
  {
    name: 'iam: simulates what a role may do',
    async run({ clients: { iam }, roleName }) {
      const { Role } = await iam.send(new GetRoleCommand({ RoleName: roleName }));
      const ActionNames = ['kms:CreateKey', 'kms:ImportKeyMaterial'];
      const { EvaluationResults = [] } = await iam.send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: needed(Role?.Arn),
          ActionNames,
          ResourceArns: ['*'],
        }),
      );
      expect(EvaluationResults.map(({ EvalActionName }) => EvalActionName)).toEqual(ActionNames);
      for (const { EvalDecision } of EvaluationResults) {
        expect(['allowed', 'explicitDeny', 'implicitDeny']).toContain(EvalDecision);
      }
    },
  },
];
