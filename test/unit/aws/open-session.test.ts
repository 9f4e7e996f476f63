import { describe, expect, it } from 'vitest';
import { openPracticeSession } from '../../../main/aws/practice-session';
import { preflight } from '../../../main/aws/preflight';
import {
  answering,
  callerIdentity,
  refusal,
  testCredentials,
  xml,
  xmlRefusal,
} from '../../helpers/aws-answers';
import { openWith, sessionWith } from '../../helpers/session-over-answers';

const roleArn = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/Admin';
const sessionArn = 'arn:aws:sts::111122223333:assumed-role/Admin/jo@example.com';

const role = (arn: string) =>
  xml(
    'GetRole',
    `<Role><Path>/</Path><Arn>${arn}</Arn><RoleName>Admin</RoleName><RoleId>AROAEXAMPLE</RoleId><CreateDate>2024-01-01T00:00:00Z</CreateDate></Role>`,
  );

describe('a session', () => {
  it('knows who it is, with the path of the role', async () => {
    const expiration = new Date('2026-11-24T00:00:00Z');
    const { view, principalIsCertain } = await sessionWith(
      ({ operation }) => (operation === 'GetRole' ? role(roleArn) : callerIdentity(sessionArn)),
      expiration,
    );
    expect(view).toMatchObject({
      mode: 'aws',
      accountId: '111122223333',
      callerArn: sessionArn,
      principalArn: roleArn,
      partition: 'aws',
      region: 'eu-west-1',
      expiresAt: '2026-11-24T00:00:00.000Z',
    });
    expect(principalIsCertain).toBe(true);
  });

  it.each([
    ['IAM does not tell', xmlRefusal('AccessDenied')],
    ['IAM tells of another role', role('arn:aws:iam::111122223333:role/NotAdmin')],
    ['IAM tells of another account', role('arn:aws:iam::999999999999:role/Admin')],
  ])('guesses the role, and says so, where %s', async (_, answer) => {
    const { view, principalIsCertain } = await sessionWith(({ operation }) =>
      operation === 'GetRole' ? answer : callerIdentity(sessionArn),
    );
    expect(view.principalArn).toBe('arn:aws:iam::111122223333:role/Admin');
    expect(principalIsCertain).toBe(false);
  });

  it.each([
    'arn:aws:iam::111122223333:user/team/jo',
    'arn:aws:iam::111122223333:root',
    'arn:aws-cn:iam::111122223333:user/jo',
  ])('takes %s as it is', async (arn) => {
    const { view, principalIsCertain, clockOffsetMs } = await sessionWith(() => callerIdentity(arn));
    expect(view.principalArn).toBe(arn);
    expect(view.partition).toBe(arn.split(':')[1]);
    expect(principalIsCertain).toBe(true);
    expect(clockOffsetMs).toBe(0);
    expect(view).not.toHaveProperty('clockOffsetMs');
    expect(view.expiresAt).toBeUndefined();
  });

  it.each([
    [xmlRefusal('InvalidClientTokenId'), 'credentials.refused'],
    [xmlRefusal('ExpiredToken'), 'credentials.expired'],
    [xmlRefusal('SignatureDoesNotMatch', 'The request signature we calculated'), 'credentials.wrongSecret'],
    [xmlRefusal('RegionDisabledException'), 'credentials.refused'],
    [callerIdentity('nonsense'), 'aws.unexpected'],
    [xml('GetCallerIdentity', ''), 'aws.unexpected'],
  ])('%# does not open with credentials that are no good: %s', async (answer, code) => {
    expect(await openWith(() => answer)).toMatchObject({ ok: false, error: { code, stage: 'sign-in' } });
  });

  it("goes by AWS's time when this computer's clock is twenty minutes off", async () => {
    const skewMs = 20 * 60_000;
    const date = () => ({ date: new Date(Date.now() + skewMs).toUTCString() });
    const times: number[] = [];
    const session = await sessionWith(({ operation, headers }, count) => {
      times.push(signedAt(headers['x-amz-date'] ?? ''));
      const answer =
        operation !== 'GetCallerIdentity'
          ? { body: { Policy: '{}' } }
          : count === 1
            ? xmlRefusal('SignatureDoesNotMatch', 'Signature expired: 1 is now earlier than 2')
            : callerIdentity('arn:aws:iam::111122223333:user/jo');
      return { ...answer, headers: { ...('headers' in answer ? answer.headers : {}), ...date() } };
    });
    expect(Math.abs(session.clockOffsetMs - skewMs)).toBeLessThan(3000);
    expect(session.view.clockOffsetMs).toBe(session.clockOffsetMs);
    await session.kms.getKeyPolicy('k');
    const offsets = times.map((time) => time - Date.now());
    expect(offsets[0]).toBeLessThan(60_000);
    for (const offset of offsets.slice(1)) expect(Math.abs(offset - skewMs)).toBeLessThan(5000);
    expect(offsets).toHaveLength(3);
  });

  it('says that the clock is wrong when that does not help', async () => {
    const opened = await openWith(() => xmlRefusal('SignatureDoesNotMatch', 'Signature expired: 1'));
    expect(opened).toMatchObject({ error: { code: 'credentials.clockSkew' } });
  });

  it('opens for practice with made-up credentials, and says so', async () => {
    const handler = answering(() => callerIdentity('arn:aws:iam::111122223333:user/practice'));
    const opened = await openPracticeSession(handler, 'eu-central-1');
    expect(opened).toMatchObject({ value: { view: { mode: 'practice', region: 'eu-central-1' } } });
    expect(handler.sent[0]?.host).toBe('https://sts.eu-central-1.amazonaws.com');
  });
});

const signedAt = (amzDate: string): number =>
  Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

it('lets no credential out: not in views, not in errors', async () => {
  const planted = Object.values(testCredentials);
  const echo = planted.join(' ');
  const results = [
    await sessionWith(() => callerIdentity('arn:aws:iam::111122223333:user/jo')),
    await openWith(() => xmlRefusal('AccessDenied', echo)),
    await openWith(() => xmlRefusal(echo.replaceAll(' ', ''), echo, 500)),
    await openWith(() => ({ body: echo })),
    await openWith(() => Object.assign(new Error(echo), { code: echo, name: echo, hostname: echo })),
  ];
  const session = await sessionWith(({ operation }) =>
    operation === 'GetCallerIdentity'
      ? callerIdentity('arn:aws:iam::111122223333:user/jo')
      : refusal('AccessDeniedException', `not authorized to perform: kms:X ${echo} on resource: ${echo}`),
  );
  const outcomes = [await session.kms.createAlias('alias/x', 'k'), await preflight(session)];
  const text = JSON.stringify([results, outcomes]);
  expect(text.length).toBeGreaterThan(1000);
  for (const secret of planted) expect(text).not.toContain(secret);
});
