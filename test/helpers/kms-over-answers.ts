import { clientConfig, type ServiceSettings } from '../../main/aws/transport/client-settings';
import { createKmsPorts } from '../../main/aws/kms';
import type { KmsPort } from '../../main/aws/kms-port';
import { answering, impatience, testCredentials, type Answering, type SentRequest } from './aws-answers';

export interface KmsOverAnswers {
  readonly port: KmsPort;
  readonly sent: readonly SentRequest[];
  /** The JSON of a request, counted from 0. */
  readonly bodyOf: (at: number) => unknown;
}

/** The KMS port with the real client, over answers that the test gives. */
export function kmsOver(answer: Answering, changes: Partial<ServiceSettings> = {}): KmsOverAnswers {
  const handler = answering(answer);
  const settings = {
    region: 'eu-west-1',
    requestHandler: handler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    ...changes,
  };
  return {
    port: createKmsPorts(clientConfig(settings, testCredentials), impatience).kms,
    sent: handler.sent,
    bodyOf: (at): unknown => JSON.parse(handler.sent[at]?.body ?? 'null'),
  };
}
