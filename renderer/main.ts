const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The build has rendered the first screen, which is painted with the first frame; only then does the page go to work.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    void import('./shell/take-over').then(({ takeOver }) => takeOver(root));
  }),
);
