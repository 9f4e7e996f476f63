import { describe, expect, it } from 'vitest';
import { trustPolicyText } from '../../../main/aws/policy/trust-policy';
import { receiverPolicyText } from '../../../main/aws/policy/receiver-statement';
import { fillTerms } from '../../../main/receivers/fill-terms';
import { presetById } from '../../../main/receivers/presets';

const own = { accountId: '111122223333', partition: 'aws' };
const theirs = '444455556666';
const ownRole = `arn:aws:iam::${own.accountId}:role/service/Mine`;
const keyArn = `arn:aws:kms:eu-west-1:${own.accountId}:key/5f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03`;
const externalId = 'org-3f1c0f6e';

/**
 * The rows of the guides: who may assume the role, and what the role's own policy allows, if the guide has one. Written
 * here a second time on purpose.
 */
const rows: readonly (readonly [string, string, readonly string[] | 'none'])[] = [
  ['mongodb-atlas', `arn:aws:iam::${theirs}:root`, ['kms:Decrypt', 'kms:Encrypt', 'kms:DescribeKey']],
  // Its guide: “You do not need to add any permissions.”
  ['cockroachdb-cloud', `arn:aws:iam::${theirs}:root`, 'none'],
  ['openai', 'arn:aws:iam::790389265272:role/EnterpriseKeyManagement', ['kms:Decrypt', 'kms:Encrypt']],
];

describe.each(rows)('the role that %s assumes', (id, principal, actions) => {
  const preset = presetById(id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  const typed = { role: [ownRole], trusted: [principal], 'external-id': [` ${externalId} `] };
  const filled = fillTerms(preset.terms, typed, own);
  if (!filled.ok) throw new Error(filled.error.code);
  const { role, statements } = filled.value;

  it('is trusted as the guide prints it', () => {
    expect(role).toMatchObject({ arn: ownRole, principal, externalId });
    expect(JSON.parse(trustPolicyText(role ?? { principal: '', externalId: '' }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: principal },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    });
  });

  it('may use this one key where the guide gives it a policy, and has none where it does not', () => {
    expect(role?.permissions).toBe(actions !== 'none');
    if (actions === 'none') return;
    expect(JSON.parse(receiverPolicyText(keyArn, statements))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: expect.stringMatching(/^[A-Za-z0-9]+$/) as string,
          Effect: 'Allow',
          Action: actions,
          Resource: keyArn,
        },
      ],
    });
  });
});

it('a receiver that assumes no role has none', () => {
  const zoom = presetById('zoom');
  const filled = zoom && fillTerms(zoom.terms, { account: [theirs] }, own);
  expect(filled?.ok && filled.value).not.toHaveProperty('role');
});
