import { describe, expect, it } from 'vitest';
import { xml, xmlRefusal } from '../../helpers/aws-answers';
import { iamSession } from '../../helpers/session-over-answers';

const member = (arn: string) => `<member><Arn>${arn}</Arn></member>`;

describe('searching users and roles', () => {
  it('reads all pages, leaves service-linked roles out, and asks once for a whole search', async () => {
    let calls = 0;
    const { iam } = await iamSession(({ operation, body }) => {
      calls += 1;
      const second = body.includes('Marker=m');
      if (operation === 'ListUsers') {
        const users = second
          ? member('arn:aws:iam::111122223333:user/Zoe')
          : member('arn:aws:iam::111122223333:user/Ann');
        const more = second
          ? '<IsTruncated>false</IsTruncated>'
          : '<IsTruncated>true</IsTruncated><Marker>m</Marker>';
        return xml('ListUsers', `<Users>${users}</Users>${more}`);
      }
      const roles = [
        'arn:aws:iam::111122223333:role/aws-service-role/kms.amazonaws.com/AWSServiceRoleForAnn',
        'arn:aws:iam::999999999999:role/Ann',
        'arn:aws:iam::111122223333:role/path/AnnsRole',
      ];
      return xml('ListRoles', `<Roles>${roles.map(member).join('')}</Roles><IsTruncated>false</IsTruncated>`);
    });
    expect(await iam.searchPrincipals('ann')).toEqual({
      arns: ['arn:aws:iam::111122223333:user/Ann', 'arn:aws:iam::111122223333:role/path/AnnsRole'],
      more: false,
    });
    expect((await iam.searchPrincipals('ZOE'))?.arns).toEqual(['arn:aws:iam::111122223333:user/Zoe']);
    expect(calls).toBe(3);
  });

  it('shows fifty at most, and says that there are more', async () => {
    const users = Array.from({ length: 60 }, (_, at) => member(`arn:aws:iam::111122223333:user/U${at}`)).join(
      '',
    );
    const { iam } = await iamSession(({ operation }) =>
      operation === 'ListUsers'
        ? xml('ListUsers', `<Users>${users}</Users>`)
        : xml('ListRoles', '<Roles></Roles>'),
    );
    const found = await iam.searchPrincipals('');
    expect(found?.arns).toHaveLength(50);
    expect(found?.more).toBe(true);
  });

  it('does with one list what it may, and says when it may none', async () => {
    const half = await iamSession(({ operation }) =>
      operation === 'ListUsers'
        ? xmlRefusal('AccessDenied')
        : xml('ListRoles', `<Roles>${member('arn:aws:iam::111122223333:role/R')}</Roles>`),
    );
    expect((await half.iam.searchPrincipals(''))?.arns).toEqual(['arn:aws:iam::111122223333:role/R']);
    const none = await iamSession(() => xmlRefusal('AccessDenied'));
    expect(await none.iam.searchPrincipals('')).toBeUndefined();
  });
});

describe('asking for a role', () => {
  const role = 'arn:aws:iam::111122223333:role/service/DatabaseServices';
  const answered = (arn: string) =>
    iamSession(({ operation, body }) => {
      expect([operation, new URLSearchParams(body).get('RoleName')]).toEqual(['GetRole', 'DatabaseServices']);
      return xml('GetRole', `<Role><Arn>${arn}</Arn></Role>`);
    });

  it('finds the role of exactly that ARN, because a key policy is refused for another path', async () => {
    expect(await (await answered(role)).iam.hasRole(role)).toBe(true);
    expect(await (await answered(role.replace('service/', ''))).iam.hasRole(role)).toBe(false);
  });

  it('tells a role that is not there from one that may not be asked for', async () => {
    const none = await iamSession(() => xmlRefusal('NoSuchEntity', 'no role', 404));
    expect(await none.iam.hasRole(role)).toBe(false);
    const shut = await iamSession(() => xmlRefusal('AccessDenied', 'no', 403));
    expect(await shut.iam.hasRole(role)).toBeUndefined();
  });
});
