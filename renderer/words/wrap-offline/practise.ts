export const practiseWords = {
  title: 'Practise without AWS',
  text: 'Keyferry makes import parameters that are of no use with AWS. Take them through the whole way: to the offline computer, back, and into the practice AWS.',
  save: 'Save practice import parameters',
  saving: 'Making import parameters',
  saved: (fileName: string, folder: string) => `“${fileName}” is in “${folder}”.`,
  next: (region: string) =>
    `Drop it here, or carry it to the offline computer as you would the real one. Leave Keyferry open on this computer until the import is finished: its practice AWS forgets the key when Keyferry is closed. The key is in the Region ${region}.`,
} as const;
