export const [ownAccount, theirAccount, thirdAccount] = ['111122223333', '444455556666', '777788889999'];
export const keyArn = `arn:aws:kms:eu-west-1:${ownAccount}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** Somebody who sends requests. */
export interface Identity {
  /** ARN of the session, or of the user; or the name of an AWS service, which is of no account. */
  readonly callerArn: string;
  /** As a policy names the user or role. */
  readonly principalArn: string;
  readonly accountId: string;
}

function role(accountId: string, path: string, name: string, session: string): Identity {
  return {
    callerArn: `arn:aws:sts::${accountId}:assumed-role/${name}/${session}`,
    principalArn: `arn:aws:iam::${accountId}:role/${path}${name}`,
    accountId,
  };
}

function user(accountId: string, name: string): Identity {
  const arn = `arn:aws:iam::${accountId}:user/${name}`;
  return { callerArn: arn, principalArn: arn, accountId };
}

export const identities: readonly Identity[] = [
  role(ownAccount, 'security/', 'KeyAdministrators', 'anna'),
  role(ownAccount, '', 'Backup', 'nightly'),
  user(ownAccount, 'amira'),
  role(theirAccount, 'app/', 'Service', 'one'),
  role(theirAccount, 'app/', 'Service', 'two'),
  user(theirAccount, 'bob'),
  user(thirdAccount, 'eve'),
  { callerArn: 'ec2.amazonaws.com', principalArn: 'ec2.amazonaws.com', accountId: '' },
];
