import { openConnection, usualConnection, type Connection } from '../../main/aws/transport/connection';
import { profileCredentials, type ProfileSignIn } from '../../main/aws/sign-in/profile-credentials';
import { readAwsFiles } from '../../main/aws/sign-in/profiles';
import { answering, xml, type Answering } from './aws-answers';
import { makeAwsHome } from './aws-files';

/** A test's AWS files; HOME and the two variables have to name them. */
export const home = makeAwsHome();
/** A secret that must not appear anywhere. */
export const planted = 'plantedSecretAccessKey0123456789abcdefgh';
export const keys = `aws_access_key_id = AKIAPLANTED000000001\naws_secret_access_key = ${planted}\n`;
const noAnswer: Answering = () => new Error('nothing was to be sent');

export interface Case {
  readonly config?: string;
  readonly credentials?: string;
  readonly request?: Partial<ProfileSignIn>;
  readonly answer?: Answering;
  readonly limitMs?: number;
}

/** Signs in with the profile `p` of these files, over a connection with the given answers. */
export async function signIn({ config, credentials, request, answer = noAnswer, limitMs }: Case) {
  home.write({ ...(config ? { config } : {}), ...(credentials ? { credentials } : {}) });
  const handler = answering(answer);
  const connection = overHandler(handler);
  const result = await profileCredentials(
    { profile: 'p', region: 'eu-west-1', ...request },
    await readAwsFiles(),
    connection,
    limitMs,
  );
  return { result, sent: handler.sent };
}

/** Signs in as a person who agrees to the program that the profile runs. */
export async function signInAgreeing(each: Case) {
  const told = await signIn(each);
  if (!told.result.ok || told.result.value.state !== 'program') return told;
  return signIn({ ...each, request: { ...each.request, runs: told.result.value.consent } });
}

function overHandler(requestHandler: Connection['requestHandler']): Connection {
  const ports = { environment: {}, resolveProxy: () => Promise.resolve('DIRECT') };
  const opened = openConnection(usualConnection, ports, { environment: {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const { reach, close } = opened.value;
  return {
    requestHandler,
    foreignEndpoints: [],
    authorities: [],
    proxies: () => [],
    close,
    reach: (service, region) => ({ ...reach(service, region), requestHandler }),
  };
}

/** What STS answers to AssumeRole. */
export const assumed = xml(
  'AssumeRole',
  '<Credentials><AccessKeyId>ASIAASSUMED000000001</AccessKeyId><SecretAccessKey>assumedSecret</SecretAccessKey><SessionToken>assumedToken</SessionToken><Expiration>2026-11-24T00:00:00Z</Expiration></Credentials>',
);
