import { CreateKeyCommand, GetKeyPolicyCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { PracticeOptions } from '../../../main/practice/options';
import { refusal } from '../../helpers/aws-clients';
import { createExternalKey, needed } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

const account = 'arn:aws:iam::111122223333';
const callerRole = `${account}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_KeyCeremony_0a1b2c3d4e5f6071`;

interface Statement {
  readonly principal?: unknown;
  readonly action?: string;
  readonly effect?: string;
  readonly more?: object;
}

const statement = ({ principal, action = 'kms:*', effect = 'Allow', more = {} }: Statement = {}) => ({
  Effect: effect,
  Principal: { AWS: principal ?? `${account}:root` },
  Action: action,
  Resource: '*',
  ...more,
});

async function outcome(
  statements: readonly object[],
  options: Partial<PracticeOptions> = {},
): Promise<string> {
  const { kms } = practiceBench(options);
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const [name, text] = await refusal(kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL', Policy })));
  return name === 'MalformedPolicyDocumentException' ? text : name;
}

const lockedOut = 'The new key policy will not allow you to update the key policy in the future.';
const withoutResource = 'Policy statement must contain Resource or NotResource';
const nobody = 'Policy contains a statement with one or more invalid principals.';

describe('the lockout check', () => {
  const cases: [string, readonly object[], string, Partial<PracticeOptions>?][] = [
    ['the account itself', [statement()], 'done'],
    ['the account by its number', [statement({ principal: '111122223333' })], 'done'],
    ['the caller’s role with its path', [statement({ principal: callerRole })], 'done'],
    ['kms:Put*', [statement({ action: 'kms:Put*' })], 'done'],
    ['somebody else', [statement({ principal: `${account}:user/jonas.lind` })], lockedOut],
    ['the caller, without PutKeyPolicy', [statement({ action: 'kms:Encrypt' })], lockedOut],
    [
      'a condition that holds',
      [statement({ more: { Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } } })],
      'done',
    ],
    [
      'a condition that does not hold',
      [statement({ more: { Condition: { StringEquals: { 'kms:CallerAccount': '222233334444' } } } })],
      lockedOut,
    ],
    [
      'a condition that practice cannot judge, and says so',
      [statement({ more: { Condition: { Bool: { 'aws:X': 'true' } } } })],
      'The practice AWS cannot judge aws:X in the new key policy, and so cannot tell whether you could update it in the future.',
    ],
    [
      'a denial that practice cannot judge, and says so',
      [
        statement(),
        { ...statement({ effect: 'Deny' }), Principal: undefined, NotPrincipal: { AWS: callerRole } },
      ],
      'The practice AWS cannot judge NotPrincipal in the new key policy, and so cannot tell whether you could update it in the future.',
    ],
    ['no resource', [statement({ more: { Resource: undefined } })], withoutResource],
    [
      'no action',
      [statement({ more: { Action: undefined } })],
      'Policy statement must contain Action or NotAction',
    ],
    [
      'a second statement without a resource, which used to be harmless',
      [statement(), statement({ more: { Resource: undefined } })],
      withoutResource,
    ],
    ['a denial on top', [statement(), statement({ effect: 'Deny', action: 'kms:Put*' })], lockedOut],
    [
      'a denial for the account, which counts whatever IAM lets the caller do',
      [statement({ principal: callerRole }), statement({ effect: 'Deny', action: 'kms:Put*' })],
      lockedOut,
      { denied: ['kms:PutKeyPolicy'] },
    ],
    [
      'the account, whose IAM does not let the caller',
      [statement()],
      lockedOut,
      { denied: ['kms:PutKeyPolicy'] },
    ],
    [
      'the caller, whose IAM does not matter then',
      [statement({ principal: callerRole })],
      'done',
      { denied: ['kms:PutKeyPolicy'] },
    ],
  ];
  it.each(cases)('%s', async (_, statements, expected, options = {}) => {
    expect(await outcome(statements, options)).toBe(expected);
  });
});

describe('principals', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['arn:aws:iam::222233334444:root', 'done'],
    ['222233334444', 'done'],
    [`${account}:user/auditors/mei.tanaka`, 'done'],
    ['*', 'done'],
    ['arn:aws:iam::999999999999:root', nobody],
    ['999999999999', nobody],
    ['arn:aws-us-gov:iam::222233334444:root', nobody],
    [`${account}:user/mei.tanaka`, nobody],
    [`${account}:role/AWSReservedSSO_KeyCeremony_0a1b2c3d4e5f6071`, nobody],
    ['AROAEXAMPLEEXAMPLE123', nobody],
    ['arn:aws:iam::22223333444:root', nobody],
    ['arn:aws:iam::222233334444:role/AnyName', 'done'],
    ['arn:aws:sts::222233334444:assumed-role/AnyName/session', 'done'],
    [`arn:aws:sts::111122223333:assumed-role/KeyAdministrators/session`, 'done'],
    [`arn:aws:sts::111122223333:assumed-role/Nobody/session`, nobody],
    [`arn:aws:sts::111122223333:federated-user/anybody`, 'done'],
  ];
  it.each(cases)('%s', async (principal, expected) => {
    expect(await outcome([statement(), statement({ principal, action: 'kms:Encrypt' })])).toBe(expected);
  });
});

describe('the form of a statement', () => {
  const cases: readonly (readonly [string, object, string])[] = [
    ['a service', { Principal: { Service: 'ec2.amazonaws.com' } }, 'done'],
    ['an ARN instead of kinds', { Principal: `${account}:root` }, nobody],
    ['no principal of a kind', { Principal: { AWS: [] } }, nobody],
    ['a principal that is no text', { Principal: { AWS: [`${account}:root`, 1] } }, nobody],
    ['an unknown kind', { Principal: { Person: 'anna' } }, nobody],
    ['no kind at all', { Principal: {} }, nobody],
    ['no principal', { Principal: undefined }, 'Policy statement must contain principals'],
    [
      'a condition without operator',
      { Condition: { 'kms:ViaService': 'ec2.eu-central-1.amazonaws.com' } },
      'Policy statement must have a Condition of operators and keys',
    ],
  ];
  it.each(cases)('%s', async (_, more, expected) => {
    expect(await outcome([statement(), statement({ action: 'kms:Encrypt', more })])).toBe(expected);
  });
});

describe('a policy that is kept', () => {
  it('comes back in AWS’s layout, a single principal out of its list', async () => {
    const { kms } = practiceBench();
    const KeyId = await createExternalKey(kms);
    const Policy = JSON.stringify({ Statement: [statement({ principal: [`${account}:root`] })] });
    await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
    const kept = needed((await kms.send(new GetKeyPolicyCommand({ KeyId }))).Policy);
    expect(kept).toBe(
      [
        '{',
        '  "Statement" : [ {',
        '    "Effect" : "Allow",',
        '    "Principal" : {',
        `      "AWS" : "${account}:root"`,
        '    },',
        '    "Action" : "kms:*",',
        '    "Resource" : "*"',
        '  } ]',
        '}',
      ].join('\n'),
    );
  });
});
