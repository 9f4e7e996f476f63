import { CreateRoleCommand, CreateUserCommand } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practicePeople } from '../../main/practice/options';
import { createPracticeAws } from '../../main/practice/practice-aws';
import { awsClients, destroyClients, type AwsClients, type AwsReach } from '../helpers/aws-clients';
import { startLocalStack, withoutLocalStack } from '../helpers/localstack';
import { startPracticeServer } from '../helpers/practice-server';
import { lacks, type ServerName } from './capabilities';
import { actScenarios } from './act-scenarios';
import { grantScenarios } from './grant-scenarios';
import { importScenarios } from './import-scenarios';
import { keyScenarios } from './key-scenarios';
import { laterLifeScenarios } from './later-life-scenarios';
import { peopleScenarios } from './people-scenarios';
import { policyScenarios } from './policy-scenarios';
import type { Bench } from './scenario';
import { useScenarios } from './use-scenarios';

const scenarios = [
  ...keyScenarios,
  ...importScenarios,
  ...useScenarios,
  ...policyScenarios,
  ...grantScenarios,
  ...laterLifeScenarios,
  ...actScenarios,
  ...peopleScenarios,
];
const accountId = '111122223333';
const region = 'eu-central-1';

interface Server {
  readonly name: ServerName;
  /** Why it cannot run on this computer. */
  readonly without?: string;
  readonly start: () => Promise<{ readonly bench: Bench; readonly stop: () => Promise<void> }>;
}

const practiceNames = {
  userName: practicePeople.find(({ kind }) => kind === 'user')?.name ?? '',
  roleName: practicePeople.find(({ kind }) => kind === 'role')?.name ?? '',
};

const clientsAt = (reach: AwsReach): Pick<Bench, 'clients' | 'kmsIn'> => ({
  clients: awsClients({ ...reach, region }),
  kmsIn: (other): KMSClient => awsClients({ ...reach, region: other }).kms,
});

const servers: readonly Server[] = [
  {
    name: 'practice in process',
    start: () => {
      const reach = { practice: createPracticeAws({ now: () => new Date() }) };
      return Promise.resolve({
        bench: { ...clientsAt(reach), accountId, region, ...practiceNames },
        stop: () => Promise.resolve(),
      });
    },
  },
  {
    name: 'npm run practice-kms',
    start: async () => {
      const { url, stop } = await startPracticeServer();
      return {
        bench: { ...clientsAt({ endpoint: url }), accountId, region, ...practiceNames },
        stop,
      };
    },
  },
  {
    name: 'LocalStack',
    ...(withoutLocalStack === undefined ? {} : { without: withoutLocalStack }),
    start: async () => {
      const { url, stop } = await startLocalStack();
      const { clients, kmsIn } = clientsAt({ endpoint: url });
      const [userName, roleName] = ['contract-user', 'contract-role'];
      await makePeople(clients, userName, roleName);
      return { bench: { clients, kmsIn, accountId, region, userName, roleName }, stop };
    },
  },
];

async function makePeople({ iam }: AwsClients, userName: string, roleName: string): Promise<void> {
  await iam.send(new CreateUserCommand({ UserName: userName, Path: '/people/' }));
  await iam.send(new CreateUserCommand({ UserName: `${userName}-2` }));
  await iam.send(
    new CreateRoleCommand({
      RoleName: roleName,
      Path: '/security/',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `arn:aws:iam::${accountId}:root` } },
        ],
      }),
    }),
  );
}

it.runIf(process.env['CI'])('has every server in CI', () => {
  expect(
    servers.flatMap(({ name, without }) => (without === undefined ? [] : [`${name}: ${without}`])),
  ).toEqual([]);
});

it('has a scenario for everything that a server is said to lack', () => {
  const names = scenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const table of Object.values(lacks)) expect(names).toEqual(expect.arrayContaining(Object.keys(table)));
});

for (const { name, without, start } of servers) {
  const title = without === undefined ? name : `${name} — skipped: ${name} (${without})`;
  describe.skipIf(without !== undefined)(title, () => {
    let started: Awaited<ReturnType<Server['start']>>;
    beforeAll(async () => {
      started = await start();
    });
    afterAll(async () => {
      destroyClients(started.bench.clients);
      await started.stop();
    });

    for (const scenario of scenarios) {
      const instead = lacks[name][scenario.name];
      if (instead === undefined) it(scenario.name, () => scenario.run(started.bench));
      else {
        it(`${scenario.name} — not here: ${instead}`, async () => {
          await expect(scenario.run(started.bench)).rejects.toThrow();
        });
      }
    }
  });
}
