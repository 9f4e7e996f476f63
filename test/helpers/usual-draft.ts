import type { KeyDraft, SignedInView } from '../../main/shared/views/aws';
import { noCopyConfirmation } from '../../main/shared/views/custody';

/** A key for a receiver, of generated material, with nothing out of the ordinary. */
export const usualDraft = ({ session, principalArn }: SignedInView): KeyDraft => ({
  session,
  receiver: { preset: 'bluescape', name: 'Bluescape', accountId: '444455556666', needsGrants: true },
  alias: 'bluescape-data',
  description: 'Data of the hosted service',
  tags: [{ key: 'owner', value: 'security' }],
  administrators: [principalArn],
  users: [],
  multiRegion: false,
  expiry: { kind: 'never' },
  wrappingKeySpec: 'RSA_2048',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  material: { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation },
});
