export const practiceCopyWords = {
  text: 'The practice account came with this key, so you have no copy of it yet.',
  save: 'Save the practice copy',
  saving: 'Sealing the practice copy',
  saved: (fileName: string, folder: string) => `“${fileName}” is in “${folder}”.`,
  passphrase: (passphrase: string) => `Its passphrase is: ${passphrase}`,
} as const;
