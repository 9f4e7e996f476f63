export const guideWords = {
  title: 'Help',
  contents: 'All pages',
  back: 'Back',
  close: 'Close help',
  print: 'Print this page',
  search: 'Search the help',
  searchHint: 'Words, a code, or what AWS calls an error',
  clear: 'Clear the search',
  found: (count: number) =>
    count === 0
      ? 'Nothing was found. Try fewer or other words.'
      : count === 1
        ? '1 place was found.'
        : `${count} places were found.`,
  results: 'What was found',
  loading: 'Opening the help',
} as const;

/** One file with what somebody needs who is to help. */
export const supportReport = {
  open: 'Save a report for support',
  lead: 'This is all of it. Nothing is sent: you decide who gets the file.',
  text: 'Text of the report',
  reading: 'Collecting the report',
  save: 'Save report',
} as const;
