import { daysBefore, inDays, type ExpiringKey, type Reminders } from './expiring-key';

// CloudWatch alarms as AWS CloudFormation makes them. The metric: AWS KMS Developer Guide, "Monitor KMS keys with Amazon
// CloudWatch", SecondsUntilKeyMaterialExpiration: namespace AWS/KMS, dimension KeyId, statistic Minimum; it is that of
// the material that expires first. Alarms fire at "no more seconds left than", whatever the guide's example says.

/** CloudFormation takes 500 resources in a template. Each key has three; room is left for what people add. */
const maxKeysOfTemplate = 120;
const daySeconds = 24 * 60 * 60;

/** One template: a stack is of one Region. */
export interface AlarmTemplate {
  readonly region: string;
  /** Where a Region has more keys than a template takes: which of how many. */
  readonly part?: { readonly number: number; readonly count: number };
  readonly keys: number;
  /** JSON, UTF-8. */
  readonly text: string;
}

/** The templates for these keys, in the order of their Regions. */
export function alarmTemplates(reminders: Reminders): readonly AlarmTemplate[] {
  const regions = [...new Set(reminders.keys.map(({ region }) => region))].sort();
  return regions.flatMap((region) => {
    const keys = reminders.keys.filter((key) => key.region === region);
    const count = Math.ceil(keys.length / maxKeysOfTemplate);
    return Array.from({ length: count }, (_, index) => {
      const own = keys.slice(index * maxKeysOfTemplate, (index + 1) * maxKeysOfTemplate);
      const part = count === 1 ? {} : { part: { number: index + 1, count } };
      return { region, keys: own.length, text: templateText({ ...reminders, keys: own }, region), ...part };
    });
  });
}

function templateText({ keys, isPractice, madeAt, madeBy }: Reminders, region: string): string {
  const made = `Made by ${madeBy} on ${madeAt.toISOString().slice(0, 10)}.`;
  const practice = isPractice ? 'PRACTICE: these keys exist only in the practice AWS. ' : '';
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `${practice}Tells by e-mail that imported key material of AWS KMS expires, 30, 7 and 1 days before. For ${region} only. ${made}`,
    Parameters: {
      Email: {
        Type: 'String',
        Description:
          'Who is told. AWS writes to this address first, and sends no alarm before the link in that message is opened.',
        AllowedPattern: '[^@\\s]+@[^@\\s]+',
      },
    },
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'Key material expires' } },
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: { Ref: 'Email' } },
      },
      ...Object.fromEntries(
        keys.flatMap((key) => daysBefore.map((days) => [logicalId(key, days), alarm(key, days)])),
      ),
    },
    Outputs: { Topic: { Description: 'Subscribe others to it as well.', Value: { Ref: 'Topic' } } },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** The same for the same key: a stack that is updated keeps its alarms. Letters and digits only. */
const logicalId = ({ keyId }: ExpiringKey, days: number): string =>
  `Key${keyId.replace(/[^a-zA-Z0-9]/g, '')}Days${days}`;

function alarm({ keyId, arn, name, validTo }: ExpiringKey, days: number): object {
  const at = `${validTo.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      // At most 255 characters, of which the name of a stack takes 128 at most.
      AlarmName: { 'Fn::Sub': `\${AWS::StackName} ${name.slice(0, 60)} ${keyId} ${inDays(days)}` },
      AlarmDescription: `Key material of ${name} expires ${inDays(days)} or less: when this was made, at ${at}. Import the same key material again with a later date, for example with Keyferry, "Look after imported keys". Without it nobody can encrypt or decrypt with ${arn}.`,
      Namespace: 'AWS/KMS',
      MetricName: 'SecondsUntilKeyMaterialExpiration',
      Dimensions: [{ Name: 'KeyId', Value: keyId }],
      Statistic: 'Minimum',
      Period: 3600,
      EvaluationPeriods: 1,
      Threshold: days * daySeconds,
      ComparisonOperator: 'LessThanOrEqualToThreshold',
      // Once the material has expired there is no more data, and the alarm stays on.
      TreatMissingData: 'ignore',
      AlarmActions: [{ Ref: 'Topic' }],
    },
  };
}
