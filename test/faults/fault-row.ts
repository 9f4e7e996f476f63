/** One fault: what goes wrong at which step, and what must be true afterwards. */
export interface FaultRow {
  /** `F-01` … `F-64` are the threat model's; later numbers are ours. `F-L…` are of keys that were made before. */
  readonly id: string;
  readonly step: string;
  readonly fault: string;
  readonly expected: string;
  /** What replaces the fault here, if the app differs from what the threat model assumed. */
  readonly note?: string;
  /** Why it cannot be caused on this computer. */
  readonly skip?: string | undefined;
  /** Causes the fault, and throws unless everything is as expected. */
  readonly how: () => Promise<void>;
}

export const titleOf = ({ id, step, fault, skip }: FaultRow): string =>
  `${id} ${step}: ${fault}${skip === undefined ? '' : ` (skipped: ${skip})`}`;
