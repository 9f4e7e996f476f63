/** An imported key whose key material expires, as AWS described it. */
export interface ExpiringKey {
  readonly arn: string;
  readonly keyId: string;
  /** 12 digits. */
  readonly accountId: string;
  readonly region: string;
  /** Its first alias without `alias/`, or its key ID. */
  readonly name: string;
  /** When the first of its key materials expires that it cannot do without. */
  readonly validTo: Date;
}

/** What reminders are made of. */
export interface Reminders {
  readonly keys: readonly ExpiringKey[];
  readonly isPractice: boolean;
  readonly madeAt: Date;
  /** `Keyferry 0.1.0` */
  readonly madeBy: string;
}

/** How many days before the expiry somebody is reminded, the earliest first. */
export const daysBefore = [30, 7, 1] as const;

export const inDays = (days: number): string => (days === 1 ? 'in 1 day' : `in ${days} days`);
