export const home = {
  title: 'What do you want to do?',
  lead: 'Keyferry brings your own key to AWS KMS, step by step, without a terminal.',
  needs: 'You need',
} as const;

export const createAndImportJob = {
  label: 'Create and import a key',
  result:
    'Creates a KMS key in your AWS account, makes its key material on this computer, keeps a copy of it safe, imports it, and allows the service that asked for it. Ends with the ARN to hand over.',
  needs: [
    'The AWS account ID and the Region that the service gave you',
    'A sign-in to your own AWS account that may create keys',
  ],
  practise: 'Practise',
  practiseText:
    'New to this? Go through the whole job with a practice AWS inside Keyferry. It takes two minutes and needs no account and no network.',
} as const;

export const wrapOfflineJob = {
  label: 'Wrap key material offline',
  result:
    'Turns ImportParameters.zip from the AWS KMS console into EncryptedKeyMaterial.bin, ready to upload. This computer needs no network for it.',
  needs: [
    'ImportParameters.zip, or its files, downloaded from the AWS KMS console in the last 24 hours',
    'Key material: generated here, a file of your own, or a sealed copy',
    'A folder for the result, for example on the stick that travels back',
  ],
} as const;

export const finishImportJob = {
  label: 'Finish an offline import',
  result:
    'Imports what the offline computer wrapped, and checks that the key works. No clicking through the AWS console.',
  needs: [
    'KeyferryReturnPackage.json and the transfer code that the offline computer showed, or EncryptedKeyMaterial.bin and ImportToken.bin',
    'A sign-in to the AWS account of the key',
  ],
} as const;

export const rehearseRestoreJob = {
  label: 'Rehearse a restore',
  result:
    'Opens a sealed copy, or the shares of your custodians, and checks that the right key material is in it, before the day you need it. AWS is not touched.',
  needs: [
    'The sealed copy and its passphrase, or as many shares as are needed',
    'A record with the check value, for example the hand-over summary',
  ],
} as const;

export const checkRecordJob = {
  label: 'Check a record',
  result:
    'Shows whether a ceremony record is as it was saved, and what it says: who took part, which key, what was out of the ordinary. AWS is not touched.',
  needs: ['The JSON file of the record', 'The signed paper, to compare the head hash with'],
} as const;

export const promises = {
  title: 'What Keyferry never does',
  items: [
    {
      label: 'It shows your key material to nobody',
      text: 'Key material lives in a separate process that ends as soon as the wrapping is done, or after half an hour. This window never receives it, and AWS receives it only wrapped.',
    },
    {
      label: 'It stores no credentials and no passphrase',
      text: 'A sign-in is held in memory while its job is open, a passphrase until it is used. What remains are the files that you save, in the folder you choose.',
    },
    {
      label: 'It sends nothing behind your back',
      text: 'Only the jobs that sign in talk to AWS, and to no other address unless you agree to it. Wrapping offline sends nothing at all: every request is refused and counted, and its last screen shows the count.',
    },
  ],
} as const;
