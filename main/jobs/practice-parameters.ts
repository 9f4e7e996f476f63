import type { AwsSession } from '../aws/session';
import type { Dialogs } from '../platform/dialogs';
import type { SavedFiles } from '../platform/files/saved-files';
import { keyPolicyText, makeKeyPolicy } from '../aws/policy/key-policy';
import type { ResultOf } from '../shared/contract';
import { err, ok, type Result } from '../shared/result';
import { saveParameters } from './save-parameters';

export interface PracticeParametersPorts {
  readonly dialogs: Pick<Dialogs, 'pickParametersFile'>;
  /** A session with the practice AWS, which stays what it is until the app ends. */
  readonly openPractice: (region: string) => Promise<Result<AwsSession>>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
}

const fileName = 'PRACTICE ImportParameters.zip';
const region = 'eu-central-1';
const wrapping = { wrappingAlgorithm: 'RSAES_OAEP_SHA_256', wrappingKeySpec: 'RSA_4096' } as const;

/** Import parameters to practise the offline job with: those of a new key in the practice AWS. */
export function createPracticeParameters(ports: PracticeParametersPorts) {
  /** Errors: save.*; those of signing in and of KMS, which practice does not have. */
  async function savePracticeParameters(): Promise<ResultOf<'savePracticeParameters'>> {
    const path = await ports.dialogs.pickParametersFile(fileName);
    if (path === undefined) return ok({ picked: false });
    const session = await ports.openPractice(region);
    if (!session.ok) return session;
    const { kms, view } = session.value;
    try {
      const own = [view.principalArn];
      const policy = makeKeyPolicy({
        ...view,
        administrators: own,
        users: own,
        receiver: { statements: [] },
        multiRegion: false,
      });
      const created = await kms.createKey({
        policy: keyPolicyText(policy),
        description: 'Practice of the offline job',
        tags: [],
        multiRegion: false,
      });
      if (created.outcome !== 'done') return err(created.error);
      const { keyId } = created.value;
      const saved = await saveParameters({ kms, keyId, ...wrapping }, path, ports.savedFiles);
      return saved.ok ? ok({ picked: true, value: { ...saved.value.value, region } }) : saved;
    } finally {
      session.value.close();
    }
  }

  return { verbs: { savePracticeParameters } };
}
