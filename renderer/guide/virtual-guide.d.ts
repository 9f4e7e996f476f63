/** Made by build/guide.mjs of docs/guide. */
declare module 'virtual:guide' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a file that imports declares no new module
  export const pages: readonly import('./page-data').GuidePage[];
}
