export const keyWords = {
  title: 'Key',
  description: 'What the key is called, and who may manage and use it in your own account.',
  names: 'Name',
  alias: 'Alias',
  aliasText: 'The name under which you find the key in your account: letters, digits, / _ and -.',
  aliasMissing: 'Give the key a name.',
  aliasTaken: (alias: string) =>
    `Another key in this account and Region is already called ${alias}. Choose another name.`,
  aliasChecking: 'Checking the name',
  aliasFree: 'This name is free.',
  keyDescription: 'Description',
  people: 'People and roles in your account',
  administrators: 'Key administrators',
  administratorsText: 'May change the key, its policy and its key material, and schedule its deletion.',
  notAdministrator:
    'You are not among them. Unless your IAM permissions let you manage keys, you will not be able to change this one later.',
  users: 'Key users',
  usersText: 'May encrypt and decrypt with the key. The receiver is added by itself.',
  useItYourself: 'Make me a key user as well',
  useItYourselfText:
    'You need not be one to manage the key. As long as you are not, the test encryption at the end is left out, unless your IAM permissions allow it.',
  you: 'you',
  findPrincipal: 'Find a user or role, or paste its ARN',
  useArn: (text: string) => `Add ${text}`,
  searching: 'Looking for users and roles',
  searchFailed: 'AWS did not list users and roles. Paste the whole ARN instead.',
  notAllowed: 'You may not list users and roles. Paste the whole ARN instead.',
  moreFound: 'There are more. Type more of the name.',
  noneFound: 'No user or role has this name.',
  noArn: 'This is no ARN of a user or role. Choose one from the list, or paste the whole ARN.',
  remove: (name: string) => `Remove ${name}`,
  more: 'More options',
  tags: 'Tags',
  tagsText: 'For your own bookkeeping. They are not secret.',
  tagKey: 'Tag key',
  tagValue: 'Tag value',
  addTag: 'Add a tag',
  removeTag: 'Remove tag',
  noTags: 'No tags.',
  multiRegion: 'Multi-Region key',
  multiRegionText:
    'Can be copied to other Regions later. Choose it only if the receiver asks for it: it cannot be changed afterwards.',
} as const;

/** Lower-case letters, digits and dashes alone, which AWS takes in every alias. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}

export const keySuggestions = {
  /** `bluescape-byok-2026`, then `bluescape-byok-2026-2` and so on. */
  alias: (receiver: string, year: number, number: number): string =>
    `${slug(receiver) || 'key'}-byok-${year}${number > 1 ? `-${number}` : ''}`,
  description: (receiver: string): string => `Key with imported key material for ${receiver}`,
};

/** `Admin` of `arn:aws:iam::111122223333:role/team/Admin`; the account for its root. */
export function principalName(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  return resource === 'root' ? `Account ${arn.split(':')[4] ?? ''}` : (resource.split('/').at(-1) ?? arn);
}

/** Whether a text is the ARN of something that a key policy can name. */
export function isPrincipalArn(text: string): boolean {
  return /^arn:aws[a-z-]*:iam::\d{12}:(?:user|role)\/\S+$/.test(text);
}
