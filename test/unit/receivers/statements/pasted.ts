import { readStatement } from '../../../../main/receivers/statements/read-statement';

export const own = { accountId: '999988887777', partition: 'aws' };
export const theirs = 'arn:aws:iam::444455556666:root';
export const role = 'arn:aws:iam::444455556666:role/service/Use';
export const organization = { StringEquals: { 'aws:PrincipalOrgID': 'o-ygducmlz12' } };

/** A statement with nothing unusual in it, as an object and as text. */
export const plain = {
  Sid: 'UseByService',
  Effect: 'Allow',
  Principal: { AWS: theirs },
  Action: ['kms:Encrypt', 'kms:Decrypt'],
  Resource: '*',
};
export const text = JSON.stringify(plain, undefined, 2);

export const read = (pasted: string) => readStatement(pasted, own);
export const changed = (changes: object): string => JSON.stringify({ ...plain, ...changes });
