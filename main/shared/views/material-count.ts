/** How many of the materials that a key needs are there. */
export interface MaterialCount {
  readonly there: number;
  readonly needed: number;
}
