import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillTerms } from '../../../main/receivers/fill-terms';
import { presetById, receiverPresets } from '../../../main/receivers/presets';
import { receiverPreset, type ReceiverPreset } from '../../../main/schemas/receiver';

const own = { accountId: '111122223333', partition: 'aws' };
const theirs = '444455556666';
const root = `arn:aws:iam::${theirs}:root`;
const theirRole = `arn:aws:iam::${theirs}:role/Service`;
const ownRole = `arn:aws:iam::${own.accountId}:role/Mine`;

const use = 'Encrypt Decrypt ReEncrypt* GenerateDataKey* DescribeKey';
const grant = 'CreateGrant ListGrants RevokeGrant';
const asConsole = 'as the console writes it';

/** What the guides print: principal, actions and condition of each statement. Written here a second time on purpose. */
const rows: Readonly<Record<string, readonly (readonly [string, string, string?])[] | typeof asConsole>> = {
  bluescape: asConsole,
  'contrast-security': asConsole,
  zoom: [[root, 'Decrypt Encrypt DescribeKey GenerateDataKey*']],
  'genesys-cloud': [
    [
      root,
      'Encrypt Decrypt GenerateDataKey* DescribeKey',
      'StringEquals kms:EncryptionContext:genesys-cloud-organization-id a-value',
    ],
  ],
  snowflake: [[theirRole, 'Decrypt GenerateDataKeyWithoutPlaintext']],
  'mongodb-atlas': [[ownRole, 'Decrypt Encrypt DescribeKey']],
  'databricks-managed-services': [[root, 'Encrypt Decrypt']],
  'databricks-storage': [
    [root, use],
    [root, grant, 'Bool kms:GrantIsForAWSResource true'],
    [
      ownRole,
      'Decrypt GenerateDataKey* CreateGrant DescribeKey',
      'ForAnyValue:StringLike kms:ViaService ec2.*.amazonaws.com',
    ],
  ],
  'confluent-cloud': [[theirRole, `${use} ${grant}`]],
  'clickhouse-cloud': [[theirRole, 'Encrypt Decrypt ReEncrypt* DescribeKey']],
  'elastic-cloud': [
    [
      '*',
      'Decrypt Encrypt GetKeyRotationStatus GenerateDataKey DescribeKey',
      'ForAnyValue:StringLike aws:PrincipalOrgPaths o-ygducmlz12/r-e5t3/ou-e5t3-fzpdq76p/ou-e5t3-ysfcmd95/ou-e5t3-hwt05su3/*',
    ],
  ],
  'cockroachdb-cloud': [[ownRole, 'Encrypt Decrypt GenerateDataKey* DescribeKey ReEncrypt*']],
  openai: [[ownRole, 'Decrypt Encrypt']],
  'gitlab-dedicated': [
    [root, use],
    [root, grant],
  ],
};

/** What the guides say besides: accounts and roles that they publish, and who may assume a role of one's own. */
const published = {
  zoom: '409910850980',
  'genesys-cloud': '765628985471',
  'databricks-managed-services': '414351767826',
  'databricks-storage': '414351767826',
  openai: 'arn:aws:iam::790389265272:role/EnterpriseKeyManagement',
};
const trusts = {
  'mongodb-atlas': ['own-role', 'account', 'text'],
  'cockroachdb-cloud': ['own-role', 'account', 'text'],
  openai: ['own-role', 'role', 'text'],
};
const afterArn = ['snowflake', 'webex', 'salesforce', 'confluent-cloud'];

const asksFor = {
  console: 'the console’s two statements',
  statements: 'statements of its own',
  grant: 'a grant',
  'pasted-statement': 'a statement that it gives to each customer',
} as const;
const imported = { yes: 'yes', no: '**no**', 'not-said': 'not said' } as const;

/** The row of docs/receivers.md. */
function documented({ name, source, statement, terms }: ReceiverPreset): string[] {
  const later = terms.known === 'after-arn' ? ', once it knows the ARN' : '';
  return [
    name,
    `${asksFor[terms.access.by]}${later}`,
    imported[terms.imported.answer],
    terms.wants.join(', '),
    statement.replace('-', ' '),
    source.page,
    source.readOn,
  ];
}

const answerFor: Readonly<Record<ReceiverPreset['terms']['blanks'][number]['kind'], string>> = {
  account: theirs,
  role: theirRole,
  'role-or-user': theirRole,
  user: `arn:aws:iam::${theirs}:user/Service`,
  'own-role': ownRole,
  text: 'a-value',
};

function known(id: string): ReceiverPreset {
  const preset = presetById(id);
  if (!preset) throw new Error(`There is no preset ${id}.`);
  return preset;
}

describe('a preset', () => {
  it.each(Object.keys(rows))('of %s lets in whom its guide names, for what its guide names', (id) => {
    const { terms } = known(id);
    if (rows[id] === asConsole) {
      expect(terms.access).toEqual({ by: 'console', grants: true });
      return;
    }
    const answers = Object.fromEntries(terms.blanks.map(({ name, kind }) => [name, [answerFor[kind]]]));
    const filled = fillTerms(terms, answers, own);
    const statements = filled.ok ? filled.value.statements : [];
    expect(
      statements.map(({ principals, actions, conditions }) => [
        principals.join(),
        actions.map((action) => action.replace(/^kms:/, '')).join(' '),
        ...conditions.map(({ operator, key, values }) => `${operator} ${key} ${values.join()}`),
      ]),
    ).toEqual(rows[id]);
  });

  it('of Webex asks for a grant, and nothing in the key policy', () => {
    const { access } = known('webex').terms;
    expect(access).toEqual({
      by: 'grant',
      grant: { grantee: 'user', retiring: 'user', operations: ['Encrypt', 'Decrypt', 'DescribeKey'] },
    });
  });

  it('that asks for statements has a row here', () => {
    const asking = receiverPresets.filter(({ terms }) => ['console', 'statements'].includes(terms.access.by));
    expect(asking.map(({ id }) => id).toSorted()).toEqual(Object.keys(rows).toSorted());
  });

  it('has the published values, the trust and the order that its guide has', () => {
    const valuesOf = ({ terms }: ReceiverPreset): readonly string[] =>
      terms.blanks.flatMap((blank) => blank.published?.values ?? []);
    const publishing = receiverPresets.filter((preset) => valuesOf(preset).length > 0);
    expect(Object.fromEntries(publishing.map((preset) => [preset.id, valuesOf(preset).join()]))).toEqual(
      published,
    );
    const trusting = receiverPresets.flatMap(({ id, terms: { blanks, trust } }) => {
      const kindOf = (name: string): unknown => blanks.find((blank) => blank.name === name)?.kind;
      return trust ? [[id, [trust.role, trust.principal, trust.externalId].map(kindOf)] as const] : [];
    });
    expect(Object.fromEntries(trusting)).toEqual(trusts);
    const late = receiverPresets.filter(({ terms }) => terms.known === 'after-arn');
    expect(late.map(({ id }) => id).toSorted()).toEqual(afterArn.toSorted());
  });

  it('that refuses imported keys says so', () => {
    const refusing = receiverPresets.filter(({ terms }) => terms.imported.answer === 'no');
    expect(refusing.map(({ id }) => id)).toEqual(['gitlab-dedicated', 'atlassian-byok']);
  });

  const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');
  const guide = read('docs/receivers.md');
  const cellsOf = (text: string, name: string): readonly string[] => {
    const line = text.split('\n').find((row) => row.startsWith(`| ${name} `)) ?? '';
    return line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1);
  };

  it('is in README.md by name, with its source and the day on which that was read', () => {
    const readme = read('README.md');
    for (const { name, source } of receiverPresets) {
      // The page of a source may be followed by where on it.
      expect(cellsOf(readme, name)).toEqual([name, source.page.split(' ')[0], source.readOn]);
    }
    const [, listed = ''] = readme.split('## The services it knows by name');
    expect(listed.split('\n## ')[0]?.match(/^\| .*https:/gm)).toHaveLength(receiverPresets.length);
    expect(readme).toContain(`[${String(receiverPresets.length)} services](#the-services-it-knows-by-name)`);
    expect(guide.match(/^\| .*https:/gm)).toHaveLength(receiverPresets.length);
  });

  it.each(receiverPresets.map((preset) => [preset.id, preset] as const))(
    'of %s is in order, and docs/receivers.md has it',
    (id, preset) => {
      expect(receiverPreset.parse(preset)).toEqual(preset);
      expect(receiverPresets.filter((other) => other.id === id)).toHaveLength(1);
      const { blanks, access, trust } = preset.terms;
      const named = new Set(blanks.map(({ name }) => name));
      const statements = access.by === 'statements' ? access.statements : [];
      const used = [
        ...statements.flatMap(({ principal, conditions }) => [
          principal,
          ...conditions.flatMap(({ values }) =>
            values.flatMap((value) => ('blank' in value ? value.blank : [])),
          ),
        ]),
        ...(access.by === 'grant' ? [access.grant.grantee] : []),
        ...(access.by === 'console' ? blanks.map(({ name }) => name) : []),
        ...(trust ? [trust.role, trust.principal, trust.externalId] : []),
      ].filter((name) => name !== '*');
      expect(new Set(used)).toEqual(named);
      for (const { sid } of statements) expect(sid).toMatch(/^[A-Za-z0-9 ]+$/);
      // A published account is compared with, and never filled in.
      expect(JSON.stringify(access)).not.toMatch(/\d{12}/);
      expect(cellsOf(guide, preset.name)).toEqual(documented(preset));
    },
  );
});
