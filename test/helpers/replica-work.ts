import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListResourceTagsCommand,
} from '@aws-sdk/client-kms';
import { clientConfig } from '../../main/aws/transport/client-settings';
import type { PracticeOptions } from '../../main/practice/options';
import type { RunView } from '../../main/shared/contract';
import { actOn } from './act-work';
import { createBench, type House } from './ceremony-bench';

type Bench = Awaited<ReturnType<typeof createBench>>;

export const replicaRegion = 'eu-west-1';

/** A primary key that works. */
export async function primaryKey(options: Partial<PracticeOptions> = {}, house: House = {}) {
  const bench = await createBench(options, house);
  const run = await bench.create({ multiRegion: true, description: 'Of two Regions' });
  return { bench, keyArn: run.handOver?.keyArn ?? '' };
}

export const replicate = (bench: Bench, keyArn: string, to = replicaRegion): Promise<RunView> =>
  actOn(bench, keyArn, { do: 'replicate-key', to });

/** The key as AWS has it in that Region, whoever asks. */
export async function replicaIn({ practice, credentials, clock }: Bench, keyArn: string, region: string) {
  const settings = {
    region,
    requestHandler: practice,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  };
  const kms = new KMSClient(clientConfig(settings, credentials, clock.now().getTime() - Date.now()));
  const KeyId = keyArn.split('/')[1] ?? '';
  const { KeyMetadata: metadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  const { Policy: policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
  const { Tags: tags } = await kms.send(new ListResourceTagsCommand({ KeyId }));
  return { metadata, policy, tags };
}
