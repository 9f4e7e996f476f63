import { randomBytes } from 'node:crypto';
import { partitionOf } from '../identities';
import type { PracticeGrant, PracticeKey } from '../store';
import { receiverAccounts } from './sample-plans';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Grants of a key whose policy no longer names one receiver: two are that receiver's, which the policy's change did not
 * end; one is another receiver's, and one was made by an AWS service and keeps a disk readable.
 */
export function addSampleGrants(key: PracticeKey, now: number): void {
  const partition = partitionOf(key.region);
  const root = (account: string): string => `arn:${partition}:iam::${account}:root`;
  const role = (account: string, name: string): string => `arn:${partition}:iam::${account}:role/${name}`;
  const { exchange, messaging } = receiverAccounts;
  const use = ['Decrypt', 'GenerateDataKey', 'DescribeKey'];
  const grants: readonly Omit<PracticeGrant, 'id' | 'token' | 'createdAt'>[] = [
    {
      name: 'exchange-reader',
      grantee: role(exchange, 'ExchangeReader'),
      retiring: role(exchange, 'ExchangeAdmin'),
      issuer: root(exchange),
      operations: use,
    },
    {
      name: 'exchange-export',
      grantee: role(exchange, 'ExchangeExport'),
      retiring: undefined,
      issuer: root(key.accountId),
      operations: ['Decrypt', 'RetireGrant'],
    },
    {
      name: 'messaging-archive',
      grantee: role(messaging, 'ArchiveWriter'),
      retiring: undefined,
      issuer: root(messaging),
      operations: use,
    },
    {
      name: undefined,
      grantee: `ec2.${key.region}.amazonaws.com`,
      retiring: `ec2.${key.region}.amazonaws.com`,
      issuer: undefined,
      operations: ['Decrypt', 'Encrypt', 'GenerateDataKeyWithoutPlaintext', 'CreateGrant', 'RetireGrant'],
    },
  ];
  for (const [index, grant] of grants.entries()) {
    const id = randomBytes(32).toString('hex');
    const token = randomBytes(96).toString('base64');
    key.grants.set(id, { ...grant, id, token, createdAt: now - (200 - 40 * index) * dayMs });
  }
}
