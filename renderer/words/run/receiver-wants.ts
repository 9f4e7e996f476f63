import type { HandOverView } from '../../../main/shared/views/aws';
import type {
  OwnRoleView,
  ReceiverWant,
  ReceiverWantsView,
  WantedFactView,
} from '../../../main/shared/views/receiver-wants';
import type { Row } from '../shell/rows';

/** What a receiver may want to be told. */
export const wantNames: Record<ReceiverWant, string> = {
  'key-arn': 'Key ARN',
  'account-id': 'AWS account ID',
  region: 'AWS Region',
  alias: 'Alias',
  'key-state': 'Key state',
  expiry: 'Expiration',
  'multi-region': 'Whether it is a Multi-Region key',
  'key-material-id': 'Key material ID',
  'key-id': 'Key ID',
  'alias-arn': 'Alias ARN',
  'role-arn': 'Role ARN',
  'external-id': 'External ID',
};

const copyNames: Record<ReceiverWant, string> = {
  ...wantNames,
  'key-arn': 'ARN',
  'account-id': 'account ID',
  region: 'Region',
  alias: 'alias',
  'alias-arn': 'alias ARN',
  'key-id': 'key ID',
  'role-arn': 'role ARN',
  'external-id': 'external ID',
  'key-material-id': 'key material ID',
};

export const copyWanted = (want: ReceiverWant): string => `Copy ${copyNames[want]}`;

/** What has to be known of a fact to give it correctly; undefined where nothing has. */
export function wantedNote({ want, isOptional }: WantedFactView): string | undefined {
  if (isOptional) {
    return want === 'alias-arn'
      ? 'May be given in place of the key ARN.'
      : 'Only if there is a field for it.';
  }
  return want === 'alias-arn' ? 'This one, not the ARN of the key.' : undefined;
}

export const wantsWords = {
  arn: {
    title: (receiver: string) => `Give ${receiver} the ARN`,
    text: 'It identifies the key, and says its account and Region as well.',
  },
  aliasArn: {
    title: (receiver: string) => `Give ${receiver} the ARN of the alias`,
    text: 'It leads to the key as long as the alias does. Do not delete the alias.',
  },
  several: {
    title: (receiver: string) => `Give ${receiver} what it asks for`,
    text: 'Each value can be copied by itself.',
  },
  where: 'Where it is typed',
  stepsTitle: (receiver: string) => `How it goes on with ${receiver}`,
  stepsName: 'Steps, in the order of the guide',
  stepDone: 'Done',
  source: ({ page, readOn }: NonNullable<ReceiverWantsView['source']>) =>
    `By its guide, read on ${readOn}: ${page}`,
  aftercare: 'What comes after',
  made: (region: string) => `Create the key in ${region}, and import its key material.`,
  letIn: (receiver: string) => `Let ${receiver} use the key, by the key policy.`,
  letRoleIn: (role: string) => `Let the role ${role} use the key, by the key policy.`,
  role: {
    title: (role: string) => `Give your IAM administrator the policies of the role ${role}`,
    text: (account: string) =>
      `Keyferry makes and changes no role; the IAM administrator of your account ${account} does. The role exists already, or AWS would have refused the key policy. What it needs is below.`,
    step: (role: string) =>
      `Your IAM administrator makes sure that the role ${role} has the policies that it needs.`,
    trust: 'Trust policy',
    trustText: ({ trusted, externalId }: Pick<OwnRoleView, 'trusted' | 'externalId'>) =>
      `Lets ${trusted} assume the role with the external ID ${externalId}.`,
    save: 'Save',
    copyTrust: 'Copy trust policy',
    saveTrust: 'Save trust policy',
    permissions: 'Permissions policy',
    permissionsText: 'Lets the role use this one key.',
    copyPermissions: 'Copy permissions policy',
    savePermissions: 'Save permissions policy',
    show: 'Show what it says',
    enough: 'It needs no permissions policy: the key policy lets it use the key.',
  },
} as const;

/** `AtlasKeyAccess`: the last part of the ARN of a role. */
export const roleName = ({ arn }: Pick<OwnRoleView, 'arn'>): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Those that have to be given; the others may be. */
export const requiredFacts = ({ facts }: ReceiverWantsView): readonly WantedFactView[] =>
  facts.filter(({ isOptional }) => !isOptional);

/** Whether an alias is asked for. Otherwise it is said to be no identifier. */
export const isAliasWanted = ({ wants }: HandOverView): boolean =>
  wants.facts.some(({ want }) => want === 'alias' || want === 'alias-arn');

/** The item of the list: what there is to give, in a few words. */
export function factsItem(receiver: string, wants: ReceiverWantsView) {
  const required = requiredFacts(wants);
  const [first] = required;
  const isOne = first !== undefined && required.every((fact) => isTold(fact, [first.value]));
  const words =
    isOne && first.want === 'key-arn'
      ? wantsWords.arn
      : isOne && first.want === 'alias-arn'
        ? wantsWords.aliasArn
        : wantsWords.several;
  return { title: words.title(receiver), text: words.text };
}

/** A fact that is part of another one need not be given by itself: an ARN says account and Region. */
export const isTold = ({ value }: WantedFactView, told: readonly string[]): boolean =>
  told.some((copied) => copied.split(/[:/]/).includes(value) || copied === value);

/** The facts with their labels, for texts and papers. */
export function wantedRows({ facts, where }: ReceiverWantsView): readonly Row[] {
  return [...facts.map(({ want, value }): Row => [wantNames[want], value]), [wantsWords.where, where]];
}

export interface StepLine {
  readonly text: string;
  readonly isDone: boolean;
}

/** The receiver's steps in its order, with what Keyferry did among them; empty where no guide is known. */
export function stepLines(handOver: HandOverView): readonly StepLine[] {
  const { wants, region, actionsAllowed } = handOver;
  const { stepsBefore, steps, role } = wants;
  if (stepsBefore.length + steps.length === 0) return [];
  const receiver = handOver.receiver?.name ?? '';
  const done = [
    ...stepsBefore,
    wantsWords.made(region),
    ...(actionsAllowed.length === 0
      ? []
      : [role ? wantsWords.letRoleIn(roleName(role)) : wantsWords.letIn(receiver)]),
  ];
  return [
    ...done.map((text) => ({ text, isDone: true })),
    ...(role ? [{ text: wantsWords.role.step(roleName(role)), isDone: false }] : []),
    ...steps.map((text) => ({ text, isDone: false })),
  ];
}

/** Steps, and what comes after, as plain text: an empty line before each part. */
export function stepsText(handOver: HandOverView, receiver: string): readonly string[] {
  const steps = stepLines(handOver);
  const { aftercare, source } = handOver.wants;
  return [
    ...(steps.length === 0 ? [] : ['', `${wantsWords.stepsTitle(receiver)}:`]),
    ...steps.map(({ text, isDone }, at) => `${at + 1}. ${text}${isDone ? ` (${wantsWords.stepDone})` : ''}`),
    ...(aftercare.length === 0 ? [] : ['', `${wantsWords.aftercare}:`]),
    ...aftercare.map((text) => `- ${text}`),
    ...(source === undefined ? [] : ['', wantsWords.source(source)]),
  ];
}

/** The policies of the role, as plain text. */
export function roleText({ accountId, wants: { role } }: HandOverView): readonly string[] {
  if (role === undefined) return [];
  const { text, trust, permissions, enough } = wantsWords.role;
  return [
    '',
    `${wantNames['role-arn']}: ${role.arn}`,
    text(accountId),
    `${trust}:`,
    role.trustPolicy,
    ...(role.permissionsPolicy === undefined ? [enough] : [`${permissions}:`, role.permissionsPolicy]),
  ];
}
