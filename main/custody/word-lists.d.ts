/** The lists that are used, without the larger ones that the package's entry would bring along. */
declare module '@zxcvbn-ts/language-en/dist/*.json.mjs' {
  const words: string[];
  export { words as default };
}
