/** One fault: what goes wrong at which step, and what people find afterwards. */
export interface FaultRow {
  /** `F-01` … `F-64` are the threat model's; later numbers are ours. */
  readonly id: string;
  readonly step: string;
  readonly fault: string;
  readonly expected: string;
  /** Where this app differs from what the threat model had in mind: what stands for it here. */
  readonly note?: string;
  /** Why it cannot be brought about on this computer. */
  readonly skip?: string | undefined;
  /** Brings the fault about, and throws unless everything is as expected. */
  readonly how: () => Promise<void>;
}

export const titleOf = ({ id, step, fault, skip }: FaultRow): string =>
  `${id} ${step}: ${fault}${skip === undefined ? '' : ` (skipped: ${skip})`}`;
