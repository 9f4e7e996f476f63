export const home = {
  title: 'What do you want to do?',
  lead: 'Keyferry brings your own key to AWS KMS, step by step, without a terminal.',
  needs: 'You need',
  drop: 'Or drop a file anywhere here: Keyferry opens the job that it belongs to.',
  release: 'Release to open the job that it belongs to',
  unknownFile: {
    title: 'Keyferry does not know this file by its name',
    text: (name: string) => `“${name}” was not opened. Open the job that it is for, and drop it there.`,
  },
} as const;

export const createAndImportJob = {
  label: 'Create and import a key',
  result:
    'Creates a KMS key in your AWS account with key material from this computer, keeps a copy of it safe, and allows the service that asked for it. Ends with the ARN to hand over.',
  needs: 'the AWS account ID and the Region that the service gave you, and a sign-in that may create keys.',
  practise: 'Practise',
  practiseText: 'New to this? Go through it with a practice AWS: two minutes, no account, no network.',
} as const;

export const wrapOfflineJob = {
  label: 'Wrap key material offline',
  result: 'Turns ImportParameters.zip into wrapped key material that travels back. Sends nothing.',
  needs: 'ImportParameters.zip, less than 24 hours old, and a stick.',
} as const;

export const finishImportJob = {
  label: 'Finish an offline import',
  result: 'Imports what the offline computer wrapped, and checks that the key works.',
  needs: 'KeyferryReturnPackage.json, its transfer code, and a sign-in.',
} as const;

export const rehearseRestoreJob = {
  label: 'Rehearse a restore',
  result: 'Opens a copy, or shares, and checks that the right key material is in it. AWS is not touched.',
  needs: 'the copy with its passphrase, or enough shares; a record.',
} as const;

export const checkRecordJob = {
  label: 'Check a record',
  result: 'Shows whether a ceremony record is as it was saved, and what it says. AWS is not touched.',
  needs: 'the JSON file of the record, and the signed paper.',
} as const;

export const lookAfterJob = {
  label: 'Look after imported keys',
  result:
    'Shows the imported keys of every Region: which need attention, how long their key material lasts, and who may use them.',
  needs: 'a sign-in that may list keys. Reading changes nothing.',
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
