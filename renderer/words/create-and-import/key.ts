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
  usersText: 'May encrypt and decrypt with the key. The receiver is added automatically.',
  useItYourself: 'Make me a key user as well',
  useItYourselfText:
    'You do not have to be one to manage the key. As long as you are not, the test encryption at the end is left out, unless your IAM permissions allow it.',
  you: 'you',
  findPrincipal: 'Find a user or role, or paste its ARN',
  useArn: (text: string) => `Add ${text}`,
  searching: 'Looking for users and roles',
  searchFailed: 'AWS did not list users and roles. Paste the whole ARN instead.',
  notAllowed: 'You may not list users and roles. Paste the whole ARN instead.',
  moreFound: 'There are more. Type more of the name.',
  noneFound: 'No user or role has this name.',
  noArn: 'This is not the ARN of a user or role. Choose one from the list, or paste the whole ARN.',
  notAdded: (text: string) =>
    `“${text}” is not added. Choose a user or role from the list, type its whole ARN, or clear the field.`,
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

export const suggestedDescription = (receiver: string): string =>
  `Key with imported key material for ${receiver}`;
