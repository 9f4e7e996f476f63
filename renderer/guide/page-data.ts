/** A part of a line, as build/guide.mjs makes it of Markdown: plain data, which is shown as elements and never as HTML. */
export type Inline =
  | string
  | { readonly is: 'strong' | 'em' | 'code'; readonly of: readonly Inline[] }
  /** `to`: the name of a page of the guide, with `#` and a heading of it where the link says one. */
  | { readonly is: 'link'; readonly to: string; readonly of: readonly Inline[] };

export type Block =
  /** `level`: 2 is right below the title. `id`: as GitHub names it. */
  | { readonly is: 'heading'; readonly level: number; readonly id: string; readonly of: readonly Inline[] }
  | { readonly is: 'text'; readonly of: readonly Inline[] }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly is: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

export interface GuidePage {
  /** Name of its file in docs/guide, without `.md`. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The words of a line without its marks. */
export function plainText(of: readonly Inline[]): string {
  return of.map((one) => (typeof one === 'string' ? one : plainText(one.of))).join('');
}
