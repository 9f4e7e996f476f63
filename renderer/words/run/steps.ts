import type { RunStep } from '../../../main/shared/views/aws';

interface StepWords {
  /** As the API names it, or what this computer does by itself. */
  readonly operation: string;
  readonly todo: string;
  readonly doing: string;
  readonly done: string;
}

export const stepWords: Record<RunStep, StepWords> = {
  'create-key': {
    operation: 'CreateKey',
    todo: 'Create the key',
    doing: 'Creating the key',
    done: 'Key created',
  },
  'create-alias': {
    operation: 'CreateAlias',
    todo: 'Give it its alias',
    doing: 'Giving it its alias',
    done: 'Alias given',
  },
  'get-parameters': {
    operation: 'GetParametersForImport',
    todo: 'Fetch the wrapping key and the import token',
    doing: 'Fetching the wrapping key and the import token',
    done: 'Wrapping key and import token fetched',
  },
  'self-test': {
    operation: '',
    todo: 'Test the wrapping with a throw-away key pair',
    doing: 'Testing the wrapping with a throw-away key pair',
    done: 'Wrapping tested with a throw-away key pair',
  },
  wrap: {
    operation: '',
    todo: 'Wrap the key material, and erase it from memory',
    doing: 'Wrapping the key material',
    done: 'Key material wrapped, and erased from memory',
  },
  import: {
    operation: 'ImportKeyMaterial',
    todo: 'Import the wrapped key material',
    doing: 'Importing the wrapped key material',
    done: 'Key material imported',
  },
  describe: {
    operation: 'DescribeKey',
    todo: 'Wait until AWS says how the key is',
    doing: 'Waiting until AWS says how the key is',
    done: 'AWS has said how the key is',
  },
  'round-trip': {
    operation: 'Encrypt, Decrypt',
    todo: 'Encrypt and decrypt a test text',
    doing: 'Encrypting and decrypting a test text',
    done: 'Test text encrypted and decrypted',
  },
  policy: {
    operation: 'GetKeyPolicy',
    todo: 'Read the key policy back and compare',
    doing: 'Reading the key policy back and comparing',
    done: 'Key policy read back and compared',
  },
  'put-policy': {
    operation: 'PutKeyPolicy',
    todo: 'Read the key policy once more, and add the receiver',
    doing: 'Reading the key policy once more, and adding the receiver',
    done: 'Receiver added to the key policy',
  },
  'create-grant': {
    operation: 'CreateGrant',
    todo: 'Make the grant for the receiver',
    doing: 'Making the grant for the receiver',
    done: 'Grant made for the receiver',
  },
  grant: {
    operation: 'ListGrants',
    todo: 'Read the grant back and compare',
    doing: 'Reading the grant back and comparing',
    done: 'Grant read back and compared',
  },
  'disable-key': {
    operation: 'DisableKey',
    todo: 'Disable the key',
    doing: 'Disabling the key',
    done: 'Key disabled',
  },
  'enable-key': {
    operation: 'EnableKey',
    todo: 'Enable the key',
    doing: 'Enabling the key',
    done: 'Key enabled',
  },
  'schedule-deletion': {
    operation: 'ScheduleKeyDeletion',
    todo: 'Schedule the deletion of the key',
    doing: 'Scheduling the deletion of the key',
    done: 'Deletion scheduled',
  },
  'cancel-deletion': {
    operation: 'CancelKeyDeletion',
    todo: 'Cancel the deletion of the key',
    doing: 'Cancelling the deletion of the key',
    done: 'Deletion cancelled',
  },
  'delete-material': {
    operation: 'DeleteImportedKeyMaterial',
    todo: 'Delete the key material at AWS',
    doing: 'Deleting the key material at AWS',
    done: 'Key material deleted at AWS',
  },
  'describe-as': {
    operation: 'UpdateKeyDescription',
    todo: 'Change the description',
    doing: 'Changing the description',
    done: 'Description changed',
  },
  'tag-key': {
    operation: 'TagResource',
    todo: 'Set the tags',
    doing: 'Setting the tags',
    done: 'Tags set',
  },
  'untag-key': {
    operation: 'UntagResource',
    todo: 'Remove the tags',
    doing: 'Removing the tags',
    done: 'Tags removed',
  },
  'see-labels': {
    operation: 'DescribeKey, ListResourceTags',
    todo: 'Wait until AWS answers description and tags as they are wanted',
    doing: 'Waiting until AWS answers description and tags as they are wanted',
    done: 'AWS has answered description and tags as they are wanted',
  },
  'give-alias': {
    operation: 'CreateAlias',
    todo: 'Give the key the new alias',
    doing: 'Giving the key the new alias',
    done: 'New alias given',
  },
  'move-alias': {
    operation: 'UpdateAlias',
    todo: 'Compare both keys, and move the alias',
    doing: 'Comparing both keys, and moving the alias',
    done: 'Alias moved',
  },
  'remove-alias': {
    operation: 'DeleteAlias',
    todo: 'Remove the alias',
    doing: 'Removing the alias',
    done: 'Alias removed',
  },
  'see-alias': {
    operation: 'ListAliases',
    todo: 'Wait until AWS answers the change',
    doing: 'Waiting until AWS answers the change',
    done: 'AWS has answered the change',
  },
  'replicate-key': {
    operation: 'ReplicateKey',
    todo: 'Make the replica, with the policy, description and tags of the primary key',
    doing: 'Making the replica, with the policy, description and tags of the primary key',
    done: 'Replica made',
  },
  'see-replica': {
    operation: 'DescribeKey',
    todo: 'Wait until the replica is there',
    doing: 'Waiting until the replica is there',
    done: 'The replica is there, and waits for its key material',
  },
  'encrypt-before': {
    operation: 'Encrypt',
    todo: 'Encrypt a test text with the current key material',
    doing: 'Encrypting a test text with the current key material',
    done: 'Test text encrypted with the key material that was current before',
  },
  'see-waiting': {
    operation: 'ListKeyRotations',
    todo: 'See the new key material wait on the key',
    doing: 'Looking for the new key material on the key',
    done: 'New key material seen: it waits for the rotation',
  },
  'import-replicas': {
    operation: 'ImportKeyMaterial',
    todo: 'Import the new key material in the Region of each replica',
    doing: 'Importing the new key material in the Region of each replica',
    done: 'New key material imported in the Region of each replica',
  },
  'see-replicas': {
    operation: 'ListKeyRotations',
    todo: 'See the new key material in the Region of each replica',
    doing: 'Looking for the new key material in the Region of each replica',
    done: 'New key material seen in the Region of each replica',
  },
  rotate: {
    operation: 'RotateKeyOnDemand',
    todo: 'Rotate the key to the new key material',
    doing: 'Asking AWS to rotate the key',
    done: 'AWS was asked to rotate the key',
  },
  'see-rotated': {
    operation: 'ListKeyRotations',
    todo: 'Wait until the new key material is the current one',
    doing: 'Waiting until the new key material is the current one',
    done: 'The new key material is the current one',
  },
  'decrypt-before': {
    operation: 'Decrypt',
    todo: 'Read the test text that was encrypted before',
    doing: 'Reading the test text that was encrypted before',
    done: 'Test text from before read with the former key material',
  },
  'encrypt-after': {
    operation: 'Encrypt, Decrypt',
    todo: 'Encrypt a test text with the new key material',
    doing: 'Encrypting a test text with the new key material',
    done: 'New test text encrypted with the new key material',
  },
  'remove-waiting': {
    operation: 'DeleteImportedKeyMaterial',
    todo: 'Remove the waiting key material',
    doing: 'Removing the waiting key material',
    done: 'Waiting key material removed',
  },
  'see-removed': {
    operation: 'ListKeyRotations',
    todo: 'Wait until AWS no longer lists the waiting key material',
    doing: 'Waiting until AWS no longer lists the waiting key material',
    done: 'AWS no longer lists the waiting key material',
  },
  'see-state': {
    operation: 'DescribeKey',
    todo: 'Wait until AWS answers the new state',
    doing: 'Waiting until AWS answers the new state',
    done: 'AWS has answered the new state',
  },
  'take-out-receiver': {
    operation: 'PutKeyPolicy',
    todo: 'Read the key policy once more, and take the receiver out',
    doing: 'Reading the key policy once more, and taking the receiver out',
    done: 'Receiver taken out of the key policy',
  },
  'revoke-grants': {
    operation: 'RevokeGrant',
    todo: 'Revoke the grants of the receiver',
    doing: 'Revoking the grants of the receiver',
    done: 'Grants of the receiver revoked',
  },
  'wait-for-edit': {
    operation: '',
    todo: 'Wait until AWS goes by the new key policy everywhere',
    doing: 'Waiting until AWS goes by the new key policy everywhere',
    done: 'Waited until AWS goes by the new key policy everywhere',
  },
  'second-look': {
    operation: 'ListGrants, RevokeGrant',
    todo: 'List the grants again, and revoke those that came meanwhile',
    doing: 'Listing the grants again, and revoking those that came meanwhile',
    done: 'Grants listed again, and nothing of the receiver was left over',
  },
};

/** Said of a second set of import parameters. */
export const renewedWords: Pick<StepWords, 'todo' | 'doing' | 'done'> = {
  todo: 'Fetch a fresh wrapping key and import token, as the earlier ones have expired',
  doing: 'Fetching a fresh wrapping key and import token, as the earlier ones have expired',
  done: 'The earlier wrapping key and import token had expired: fresh ones fetched, and the key material is wrapped again for them',
};
