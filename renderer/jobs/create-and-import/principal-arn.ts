/** `Admin` of `arn:aws:iam::111122223333:role/team/Admin`; the account for its root. */
export function principalName(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  return resource === 'root' ? `Account ${arn.split(':')[4] ?? ''}` : (resource.split('/').at(-1) ?? arn);
}

/** Whether a text is the ARN of something that a key policy can name. */
export function isPrincipalArn(text: string): boolean {
  return /^arn:aws[a-z-]*:iam::\d{12}:(?:user|role)\/\S+$/.test(text);
}
