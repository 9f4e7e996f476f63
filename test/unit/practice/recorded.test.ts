import { describe, expect, it } from 'vitest';
import type { PracticeAws } from '../../../main/practice/practice-aws';
import { practiceAws } from '../../helpers/practice-aws';
import { awsClients } from '../../helpers/aws-clients';
import { differences, readRecordings, withoutRecordings } from '../../helpers/recorded-kms';
import { lifecycleReplays } from './lifecycle-replays';
import { replays as importReplays } from './replays';

const replays = { ...importReplays, ...lifecycleReplays };

const title = withoutRecordings
  ? 'answers as recorded from AWS — skipped: ../shared/data is not there'
  : 'answers as recorded from AWS';

describe.skipIf(withoutRecordings)(title, () => {
  const recordings = withoutRecordings ? new Map<string, never>() : readRecordings();

  it('replays every recorded test', () => {
    expect(Object.keys(replays).sort()).toEqual([...recordings.keys()].sort());
  });

  it.each(Object.entries(replays))('%s', async (name, replay) => {
    const recording = recordings.get(name) ?? {};
    const bound = new Map<string, string>();
    let wire: { readonly status: number; readonly body: string } = { status: 0, body: '' };
    const practice = practiceAws({ now: () => new Date(), accountId: '111111111111' });
    const watched: Pick<PracticeAws, 'handle'> = {
      async handle(request, options) {
        const answered = await practice.handle(request, options);
        const body = Buffer.from(answered.response.body as Uint8Array).toString('utf8');
        wire = { status: answered.response.statusCode, body };
        return answered;
      },
    };
    const { kms } = awsClients({ practice: watched });
    const steps = new Set<string>();
    await replay({
      kms,
      inRegion: (region) => awsClients({ practice: watched, region }).kms,
      async step(stepName, call) {
        steps.add(stepName);
        const actual = await asRecorded(call, () => wire);
        expect(differences(recording[stepName], actual, bound), stepName).toEqual([]);
      },
    });
    expect([...steps].sort()).toEqual(Object.keys(recording).sort());
    kms.destroy();
  });
});

/** What a call came to, in the shape in which boto3 tells it and the recordings hold it. */
async function asRecorded(
  call: Promise<unknown>,
  wire: () => { status: number; body: string },
): Promise<unknown> {
  try {
    const answer = await call;
    if (typeof answer !== 'object' || answer === null || !('$metadata' in answer)) return answer;
    return {
      ...answer,
      $metadata: undefined,
      ResponseMetadata: { HTTPHeaders: {}, HTTPStatusCode: wire().status },
    };
  } catch (error) {
    const { status, body } = wire();
    const { __type, message } = JSON.parse(body) as { __type: string; message?: string };
    expect(error).toMatchObject({ name: __type });
    return {
      Error: { Code: __type, Message: message ?? '' },
      // boto3 repeats the text where the API's model says that the error has one.
      ...(__type === 'ValidationException' || message === undefined ? {} : { message }),
      ResponseMetadata: { HTTPHeaders: {}, HTTPStatusCode: status },
    };
  }
}
