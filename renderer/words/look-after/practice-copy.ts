export const practiceCopyWords = {
  text: 'The practice account came with this key, so you have no copy of it yet.',
  save: 'Save the practice copy',
  saving: 'Sealing the practice copy',
  saved: (fileName: string, folder: string) => `“${fileName}” is in “${folder}”.`,
  passphrase: (passphrase: string) => `Its passphrase is: ${passphrase}`,
} as const;

export const practiceCopiesWords = {
  text: 'The practice account came with these keys, so you have no copies of them yet.',
  save: 'Save the practice copies',
  saving: 'Sealing the practice copies',
  saved: (_fileName: string, folder: string) => `The practice copies are in “${folder}”.`,
  passphrase: (passphrase: string) => `The passphrase of each is: ${passphrase}`,
} as const;
