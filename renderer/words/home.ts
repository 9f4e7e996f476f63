export const home = {
  title: 'What do you want to do?',
  lead: 'Keyferry brings your own key to AWS KMS, step by step, without a terminal.',
  needs: 'You need',
} as const;

export const wrapOfflineJob = {
  label: 'Wrap key material offline',
  result:
    'Turns ImportParameters.zip from the AWS KMS console into EncryptedKeyMaterial.bin, ready to upload. This computer needs no network for it.',
  needs: [
    'ImportParameters.zip, or its files, downloaded from the AWS KMS console in the last 24 hours',
    'Key material: generated here, or a file of your own',
    'A folder for the result, for example on the stick that travels back',
  ],
} as const;

export const promises = {
  title: 'What Keyferry never does',
  items: [
    {
      label: 'It sends nothing',
      text: 'Wrapping uses no network. Every request is refused and counted, and the last screen shows the count.',
    },
    {
      label: 'It shows your key material to nobody',
      text: 'Key material lives in a separate process that ends as soon as the wrapping is done. This window never receives it.',
    },
    {
      label: 'It keeps nothing',
      text: 'What you open is forgotten when you leave the job. What remains are the files you save, in the folder you choose.',
    },
  ],
} as const;
